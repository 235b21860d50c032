package org.broadsheet.ingest.issue;

import java.util.List;

/// A value read off the page, with its evidence.
///
/// @param lines where it stands, in reading order
/// @param confidence 0 to 1: of all that is said with 0.9, nine in ten should be right
/// @param method how it was found, in a few words that a reader of the page understands
public record Found<T>(T value, List<LineSpan> lines, double confidence, String method) {
    public Found {
        lines = List.copyOf(lines);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be from 0 to 1: " + confidence);
        }
    }
}
