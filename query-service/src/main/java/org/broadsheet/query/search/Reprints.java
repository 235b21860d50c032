package org.broadsheet.query.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    static Optional<Reprints> of(String word) {
        return Arrays.stream(values()).filter(reprints -> reprints.word().equals(word)).findFirst();
    }
}
