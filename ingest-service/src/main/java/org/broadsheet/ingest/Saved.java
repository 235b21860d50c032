package org.broadsheet.ingest;

import java.util.List;

/// What saving an issue file came to.
sealed interface Saved {
    /// The file is new, or a new content of a known name, or is known and reads differently now.
    ///
    /// @param withdrawnWithPages articles of pages that the file no longer has
    record Stored(List<SavedPage> pages, int withdrawnWithPages) implements Saved {
        int articles() {
            return pages.stream().mapToInt(page -> page.articleIds().size()).sum();
        }

        int changed() {
            return pages.stream().mapToInt(SavedPage::changed).sum();
        }

        int withdrawn() {
            return withdrawnWithPages + pages.stream().mapToInt(SavedPage::withdrawn).sum();
        }

        Saved orUnchanged() {
            return changed() + withdrawn() == 0 ? new Unchanged(pages) : this;
        }
    }

    /// The same bytes are stored under another name.
    record Duplicate(String of) implements Saved {}

    /// The same bytes are stored under this name already.
    record Unchanged(List<SavedPage> pages) implements Saved {}
}
