package org.broadsheet.stack.command;

import java.util.List;
import java.util.Optional;
import org.broadsheet.stack.http.Http;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.terminal.Table;
import org.broadsheet.stack.terminal.Terminal;

final class ApiKey implements Command {
    private static final String PATH = "/api/keys";
    private static final Option ROLE =
            Option.valued("--role", "ROLE", "read, drop (the default) or manage");
    private static final Option REVOKE =
            Option.valued("--revoke", "ID", "makes the key with this id worthless");

    @Override
    public String name() {
        return "apikey";
    }

    @Override
    public String summary() {
        return "Makes a key for uploads and changes; lists and revokes keys.";
    }

    @Override
    public String operands() {
        return "[NAME]";
    }

    @Override
    public List<Option> options() {
        return List.of(ROLE, REVOKE);
    }

    @Override
    public String description() {
        return """
        With a NAME, makes a key for whoever that is and prints it, once: only its hash is kept.
        Without one, lists the keys. Whoever brings files needs the role drop, whoever changes
        the archive the role manage. This stack has a key of its own in its folder secrets.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Service ingest = Service.named(session.stack(), "ingest-service");
        Terminal terminal = session.terminal();
        Optional<String> revoked = arguments.value(REVOKE);
        if (revoked.isPresent()) {
            ingest.send("DELETE", PATH + "/" + revoked.get());
            terminal.line("Revoked.");
            return 0;
        }
        if (arguments.operands().isEmpty()) {
            list(ingest, terminal);
            return 0;
        }
        String wanted =
                "{\"name\": %s, \"role\": %s}"
                        .formatted(
                                quoted(String.join(" ", arguments.operands())),
                                quoted(arguments.value(ROLE).orElse("drop")));
        Json key = ingest.send("POST", PATH, "application/json", Http.Body.of(wanted));
        terminal.line(key.at("key").text().orElse(""));
        return 0;
    }

    private static String quoted(String text) {
        return '"'
                + text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"")
                + '"';
    }

    private static void list(Service ingest, Terminal terminal) {
        List<Json> keys = ingest.get(PATH).elements();
        if (keys.isEmpty()) {
            terminal.line("No keys but the stack's own.");
            return;
        }
        Table table = new Table();
        table.row("ID", "NAME", "ROLE", "MADE", "REVOKED");
        for (Json key : keys) {
            table.row(
                    text(key, "id"),
                    text(key, "name"),
                    text(key, "role"),
                    text(key, "createdAt"),
                    text(key, "revokedAt"));
        }
        table.lines().forEach(terminal::line);
    }

    private static String text(Json json, String name) {
        return json.at(name).text().orElse("");
    }
}
