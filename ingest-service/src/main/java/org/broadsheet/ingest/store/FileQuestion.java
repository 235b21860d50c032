package org.broadsheet.ingest.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which files of the ledger; what is empty does not narrow.
///
/// @param states any of them
/// @param newspaper name or code that one of its pages is of
/// @param from first date that one of its pages is of
/// @param to last date
/// @param text in its name, upper or lower case
/// @param missing what is unknown of one of its pages
/// @param partOf id of the `.zip` it came in
public record FileQuestion(
        Optional<Long> id,
        Set<FileState> states,
        Optional<String> newspaper,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<String> text,
        Optional<Missing> missing,
        Optional<Long> partOf) {
    public FileQuestion {
        states = Set.copyOf(states);
    }

    /// A condition with the values of its question marks, where `issue_file` is called f.
    record Condition(String sql, List<Object> values) {}

    Condition condition() {
        List<String> parts = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        id.ifPresent(
                one -> {
                    parts.add("f.id = ?");
                    values.add(one);
                });
        if (!states.isEmpty()) {
            parts.add(
                    "("
                            + String.join(
                                    " or ",
                                    states.stream().map(FileState::condition).sorted().toList())
                            + ")");
        }
        newspaper.ifPresent(
                name -> {
                    parts.add(ofAPage("? in (p.title_name, p.title_code)"));
                    values.add(name);
                });
        from.ifPresent(
                day -> {
                    parts.add(ofAPage("p.issue_date >= ?"));
                    values.add(day);
                });
        to.ifPresent(
                day -> {
                    parts.add(ofAPage("p.issue_date <= ?"));
                    values.add(day);
                });
        text.ifPresent(
                words -> {
                    parts.add("position(lower(?) in lower(f.name)) > 0");
                    values.add(words);
                });
        missing.ifPresent(
                what ->
                        parts.add(
                                "f.state = 'stored' and not f.withdrawn and "
                                        + ofAPage(
                                                "p.lines > 0 and p."
                                                        + what.column()
                                                        + " is null")));
        partOf.ifPresent(
                id -> {
                    parts.add("f.part_of = ?");
                    values.add(id);
                });
        return new Condition(parts.isEmpty() ? "true" : String.join(" and ", parts), values);
    }

    private static String ofAPage(String condition) {
        return "exists (select 1 from page p where p.file_id = f.id and " + condition + ")";
    }
}
