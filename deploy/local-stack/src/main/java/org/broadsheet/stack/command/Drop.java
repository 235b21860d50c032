package org.broadsheet.stack.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.http.Http;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.process.Pause;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Table;
import org.broadsheet.stack.terminal.Terminal;

final class Drop implements Command {
    private static final List<Option> FIELDS =
            List.of(
                    Option.valued("--newspaper", "NAME", "the newspaper all of them are of"),
                    Option.valued("--date", "DATE", "the date of the issue, as 2026-01-15"),
                    Option.valued("--edition", "NAME", "the edition"),
                    Option.valued("--page", "NUMBER", "the page, of one file"));
    private static final Set<String> ENDS =
            Set.of("indexed", "duplicate", "rejected", "superseded", "unpacked", "withdrawn");
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    /// Without any file coming further.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public String name() {
        return "drop";
    }

    @Override
    public String summary() {
        return "Brings files into the archive and follows them until searches find them.";
    }

    @Override
    public String operands() {
        return "FILE...";
    }

    @Override
    public List<Option> options() {
        return FIELDS;
    }

    @Override
    public String description() {
        return """
        Page files (.txt, .md), .zip archives of them, and folders, whose files keep their paths.
        They are safe once they are sent; ending this command early loses nothing. Exit code 1
        when a file was rejected or is not searchable after two minutes without progress.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Map<String, Path> files = files(arguments.operands());
        Service ingest = Service.named(session.stack(), "ingest-service");
        String fields = arguments.query(FIELDS);
        Map<Long, Json> states = new LinkedHashMap<>();
        boolean allEnded;
        try (Step step = new Step(session.terminal(), "sending")) {
            int sent = 0;
            for (Map.Entry<String, Path> file : files.entrySet()) {
                for (Json taken : send(ingest, file.getKey(), file.getValue(), fields)) {
                    states.put(taken.at("id").number().orElseThrow(), taken);
                }
                step.progress(++sent + " of " + files.size() + " files");
            }
            step.done(files.size() + (files.size() == 1 ? " file" : " files") + ", safe now");
        }
        try (Step step = new Step(session.terminal(), "reading")) {
            allEnded = follow(ingest, states, step);
            String result = ended(states) + " of " + states.size() + " done";
            if (allEnded) {
                step.done(result);
            } else {
                step.warn(result + "; the others go on, deploy/status shows where they are");
            }
        }
        return tell(states, session.terminal()) && allEnded ? 0 : 1;
    }

    private Map<String, Path> files(List<String> operands) {
        if (operands.isEmpty()) {
            throw Arguments.wrong(this, "Name the files to bring.");
        }
        Map<String, Path> files = new LinkedHashMap<>();
        for (String operand : operands) {
            Path path = Path.of(operand).toAbsolutePath().normalize();
            if (Files.isDirectory(path)) {
                Path above = path.getParent() == null ? path : path.getParent();
                Folders.everythingIn(path).stream()
                        .filter(Files::isRegularFile)
                        .filter(file -> !file.getFileName().toString().startsWith("."))
                        .sorted()
                        .forEach(file -> files.put(above.relativize(file).toString(), file));
            } else if (Files.isReadable(path)) {
                files.put(path.getFileName().toString(), path);
            } else {
                throw new Problem(
                        "There is no file " + operand + ", or it can't be read.",
                        "Nothing was sent. Mend the name and try again.");
            }
        }
        return files;
    }

    private static List<Json> send(Service ingest, String name, Path file, String fields) {
        return ingest.send(
                        "POST",
                        "/api/files?name=" + encoded(name) + "&" + fields,
                        "application/octet-stream",
                        Http.Body.of(file))
                .at("files")
                .elements();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// @return whether all came to an end
    private static boolean follow(Service ingest, Map<Long, Json> states, Step step) {
        Instant deadline = Instant.now().plus(PATIENCE);
        List<Long> open = new ArrayList<>(states.keySet());
        while (true) {
            int before = open.size();
            for (long id : List.copyOf(open)) {
                Json now = ingest.get("/api/files/" + id);
                states.put(id, now);
                if (ENDS.contains(text(now, "state"))) {
                    open.remove(id);
                }
            }
            if (open.size() < before) {
                deadline = Instant.now().plus(PATIENCE);
            }
            step.progress(bar(states.size() - open.size(), states.size()));
            if (open.isEmpty()) {
                return true;
            }
            if (Instant.now().isAfter(deadline) || !Pause.of(LOOK_EVERY)) {
                return false;
            }
        }
    }

    private static String bar(int done, int all) {
        int full = 20 * done / all;
        return "[%s%s] %d of %d".formatted("█".repeat(full), "░".repeat(20 - full), done, all);
    }

    private static long ended(Map<Long, Json> states) {
        return states.values().stream().filter(file -> ENDS.contains(text(file, "state"))).count();
    }

    /// @return whether none was rejected
    private static boolean tell(Map<Long, Json> states, Terminal terminal) {
        Table table = new Table();
        boolean rejected = false;
        for (Json file : states.values()) {
            String state = text(file, "state");
            rejected |= state.equals("rejected");
            table.row(text(file, "name").replaceAll("\\p{Cntrl}", "?"), state, detail(file, state));
        }
        table.lines().forEach(terminal::line);
        return !rejected;
    }

    private static String detail(Json file, String state) {
        return switch (state) {
            case "rejected" -> text(file, "reason");
            case "duplicate" -> "of " + text(file, "duplicateOf");
            default -> {
                long articles = file.at("articles").number().orElse(0);
                yield articles == 1 ? "1 article" : articles + " articles";
            }
        };
    }

    private static String text(Json json, String name) {
        return json.at(name).text().orElse("");
    }
}
