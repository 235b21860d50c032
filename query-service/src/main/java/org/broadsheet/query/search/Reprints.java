package org.broadsheet.query.search;

import java.util.Locale;

/// How a search lists a text that was printed more than once.
public enum Reprints {
    /// Once, as the printing that comes first; it names the others.
    TOGETHER,
    /// Each printing for itself.
    APART;

    /// The word used in addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
