package org.broadsheet.query.web;

import java.util.List;
import java.util.Map;
import org.broadsheet.query.archive.LedgerFile;
import org.jspecify.annotations.Nullable;

/// Files of which something is unknown.
///
/// @param missing newspaper, date or page
record TrayView(String missing, List<LedgerFile> files, Visit visit) {
    /// What may be unknown.
    record Choice(String name, String href, boolean current) {}

    public List<Choice> choices() {
        return List.of("newspaper", "date", "page").stream()
                .map(
                        name ->
                                new Choice(
                                        name,
                                        visit.href(Address.of("tray").with("missing", name)),
                                        name.equals(missing)))
                .toList();
    }

    /// The file as the search shows it.
    public String articlesHref(LedgerFile file) {
        return visit.href(
                new Address("/", Map.of("file", List.of(file.name()), "sort", List.of("page"))));
    }

    public String deskHref(LedgerFile file) {
        return visit.to("desk", "files", Long.toString(file.id()));
    }

    public String count(LedgerFile file) {
        return "%,d".formatted(file.articles());
    }

    public @Nullable String next() {
        Long before = Ledger.next(files);
        return before == null
                ? null
                : visit.href(Address.of("tray").with("missing", missing).with("before", before));
    }
}
