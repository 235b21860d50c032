package org.broadsheet.ingest.parse;

import org.jspecify.annotations.Nullable;

/// Knows one print convention: a line goes in, what it is comes out, or null where the convention
/// does not apply.
interface Recogniser {
    @Nullable Cue recognise(Line line);

    /// Characters of which the convention shows at least one; empty where it can do without. Only
    /// lines that hold one of them are asked, since most lines of a page hold none.
    default String signs() {
        return "";
    }
}
