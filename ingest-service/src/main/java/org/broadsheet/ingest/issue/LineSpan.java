package org.broadsheet.ingest.issue;

/// A run of lines of an issue file, both ends included. Lines count from 1, blank ones too, over
/// the whole file, so that a span means the same in an editor and in an API answer.
public record LineSpan(int first, int last) {
    public LineSpan {
        if (first < 1) {
            throw new IllegalArgumentException("lines count from 1: " + first);
        }
        if (last < first) {
            throw new IllegalArgumentException(
                    "span ends before it starts: " + first + ".." + last);
        }
    }

    public int lineCount() {
        return last - first + 1;
    }
}
