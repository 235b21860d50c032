package org.broadsheet.query.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.query.archive.LedgerFile;
import org.jspecify.annotations.Nullable;

/// A slice of the ledger of files, the latest first, and the way on.
final class Ledger {
    static final int SHOWN_MAX = 50;

    private Ledger() {}

    /// The parameters of the list for one slice of it.
    ///
    /// @param before number of the last file of the slice before
    static Map<String, List<String>> narrowed(
            Map<String, List<String>> filters, @Nullable Long before) {
        Map<String, List<String>> narrowed = new LinkedHashMap<>(filters);
        narrowed.put("limit", List.of(Integer.toString(SHOWN_MAX)));
        if (before != null) {
            narrowed.put("before", List.of(before.toString()));
        }
        return narrowed;
    }

    /// What goes on behind a slice; null where it is the last.
    static @Nullable Long next(List<LedgerFile> files) {
        return files.size() < SHOWN_MAX ? null : files.getLast().id();
    }
}
