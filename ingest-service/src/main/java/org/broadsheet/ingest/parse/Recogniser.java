package org.broadsheet.ingest.parse;

import org.jspecify.annotations.Nullable;

/// Knows one print convention: a line goes in, what it is comes out, or null where the convention
/// does not apply.
@FunctionalInterface
interface Recogniser {
    @Nullable Cue recognise(Line line);
}
