package org.broadsheet.query.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.query.archive.LedgerFile;
import org.jspecify.annotations.Nullable;

/// Files of the ledger as a table.
///
/// @param chosen what narrows it, by the names of the parameters
record LedgerView(List<LedgerFile> files, Map<String, List<String>> chosen, Visit visit) {
    private static final List<String> STATES =
            List.of(
                    "received",
                    "stored",
                    "published",
                    "indexed",
                    "rejected",
                    "duplicate",
                    "superseded",
                    "withdrawn",
                    "unpacked");

    /// A state to narrow by.
    record StateChoice(String name, boolean chosen) {}

    public List<FileView> rows() {
        return files.stream().map(file -> new FileView(file, visit)).toList();
    }

    public List<StateChoice> states() {
        List<String> given = chosen.getOrDefault("state", List.of());
        return STATES.stream().map(name -> new StateChoice(name, given.contains(name))).toList();
    }

    public String value(String name) {
        return String.join("", chosen.getOrDefault(name, List.of()));
    }

    /// Which of the desk's tools this is.
    public String tool() {
        return value("state").equals("rejected") ? "rejected" : "files";
    }

    public @Nullable String next() {
        Long before = Ledger.next(files);
        if (before == null) {
            return null;
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>(chosen);
        parameters.put("before", List.of(before.toString()));
        return visit.href(new Address("/desk/files", parameters));
    }
}
