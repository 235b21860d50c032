package org.broadsheet.ingest.parse;

import java.util.List;

/// The text of one page.
///
/// @param lines without their line endings
/// @param firstLine number in the file of the first of them; more than 1 where a file holds several
///     pages
public record PageText(List<String> lines, int firstLine) {
    public PageText {
        lines = List.copyOf(lines);
        if (firstLine < 1) {
            throw new IllegalArgumentException("lines count from 1: " + firstLine);
        }
    }
}
