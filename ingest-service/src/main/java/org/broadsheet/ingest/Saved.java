package org.broadsheet.ingest;

/// What saving an issue file came to.
sealed interface Saved {
    /// The file is new, or a new content of a known name.
    ///
    /// @param articles on its pages now
    /// @param changed of them, sent to the topic
    /// @param withdrawn articles that are no longer on its pages
    record Stored(int pages, int articles, int changed, int withdrawn) implements Saved {}

    /// The same bytes are stored under another name.
    record Duplicate(String of) implements Saved {}

    /// The same bytes are stored under this name already.
    record Unchanged() implements Saved {}
}
