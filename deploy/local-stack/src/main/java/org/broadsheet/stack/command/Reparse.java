package org.broadsheet.stack.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.process.Pause;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

final class Reparse implements Command {
    private static final List<Option> SELECTION =
            List.of(
                    Option.valued("--id", "ID", "only the file of this id"),
                    Option.valued("--newspaper", "NAME", "only files of this newspaper"),
                    Option.valued("--from", "DATE", "only files of this date or later"),
                    Option.valued("--to", "DATE", "only files of this date or earlier"),
                    Option.valued("--q", "TEXT", "only files with this in their name"));
    private static final Option DRY_RUN =
            Option.flag(
                    "--dry-run", "shows what would change, article by article; changes nothing");
    private static final String STORED = "state=stored&state=published&state=indexed";
    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    private static final int VALUE_SHOWN = 30;

    @Override
    public String name() {
        return "reparse";
    }

    @Override
    public String summary() {
        return "Reads stored files again with the present parser, all or some.";
    }

    @Override
    public List<Option> options() {
        return Stream.concat(SELECTION.stream(), Stream.of(DRY_RUN)).toList();
    }

    @Override
    public String description() {
        return """
        From the bytes in the archive; the drop folder is not needed. New files go first. Articles
        that come out as they are stay as they are; changed ones get a new revision, and keep
        their ids where most of their text is the same. Ending this command early stops nothing,
        and neither does a restart: what is asked for stands in the archive. Called again without
        a selection while files still wait, it goes on following them. --dry-run first shows what
        would change.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        String selection = arguments.query(SELECTION);
        Service ingest = Service.named(session.stack(), "ingest-service");
        return arguments.has(DRY_RUN)
                ? show(ingest, selection, session.terminal())
                : readAgain(ingest, selection, session.terminal());
    }

    private static int readAgain(Service ingest, String selection, Terminal terminal) {
        try (Step step = new Step(terminal, "reading again")) {
            long left = waiting(ingest);
            boolean goesOn = left > 0 && selection.isEmpty();
            long files =
                    goesOn
                            ? left
                            : ingest.send("POST", "/api/files/again?" + selection)
                                    .at("files")
                                    .number()
                                    .orElse(0);
            do {
                left = waiting(ingest);
                step.progress((files - Math.min(files, left)) + " of " + files + " files");
                if (left > 0 && !Pause.of(LOOK_EVERY)) {
                    step.warn(left + " files are still to be read; they will be");
                    return 0;
                }
            } while (left > 0);
            step.done(
                    (files == 1 ? "1 file" : files + " files")
                            + (goesOn ? " that an earlier call has asked for" : ""));
            return files == 0 && !selection.isEmpty() ? 1 : 0;
        }
    }

    private static long waiting(Service ingest) {
        return ingest.get("/api/status").at("files", "again").number().orElse(0);
    }

    private static int show(Service ingest, String selection, Terminal terminal) {
        List<String> lines = new ArrayList<>();
        long files = 0;
        long changed = 0;
        OptionalLong before = OptionalLong.empty();
        try (Step step = new Step(terminal, "comparing")) {
            while (true) {
                String page = before.isPresent() ? "&before=" + before.getAsLong() : "";
                List<Json> found =
                        ingest.get("/api/files?limit=100&" + STORED + "&" + selection + page)
                                .elements();
                if (found.isEmpty()) {
                    break;
                }
                for (Json file : found) {
                    before = file.at("id").number();
                    files++;
                    changed += difference(ingest, file, lines) ? 1 : 0;
                    step.progress(files + " files, " + changed + " would change");
                }
            }
            step.done(changed + " of " + files + " files would change");
        }
        lines.forEach(terminal::line);
        return 0;
    }

    /// @param lines gets what would change
    /// @return whether anything would
    private static boolean difference(Service ingest, Json file, List<String> lines) {
        long id = file.at("id").number().orElseThrow();
        Json difference = ingest.get("/api/files/" + id + "/difference");
        List<Json> articles = difference.at("articles").elements();
        String problem = text(difference, "problem");
        if (articles.isEmpty() && problem.isEmpty()) {
            return false;
        }
        lines.add(text(file, "name").replaceAll("\\p{Cntrl}", "?") + "  " + problem);
        for (Json article : articles) {
            lines.add("  " + text(article, "id") + "  " + text(article, "change"));
            if (text(article, "change").equals("changed")) {
                lines.add(
                        article.at("fields").elements().stream()
                                .map(Reparse::field)
                                .collect(Collectors.joining("; ", "    ", "")));
            }
        }
        return !articles.isEmpty();
    }

    private static String field(Json field) {
        Optional<String> before = field.at("before").text();
        Optional<String> after = field.at("after").text();
        return before.isEmpty() && after.isEmpty()
                ? text(field, "name")
                : text(field, "name") + " " + shown(before) + " → " + shown(after);
    }

    private static String shown(Optional<String> value) {
        return value.map(
                        text ->
                                text.length() <= VALUE_SHOWN
                                        ? text
                                        : text.substring(0, VALUE_SHOWN) + "…")
                .orElse("-");
    }

    private static String text(Json json, String name) {
        return json.at(name).text().orElse("");
    }
}
