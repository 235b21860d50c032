package org.broadsheet.stack.command;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.terminal.Table;
import org.broadsheet.stack.terminal.Terminal;

final class DeadLetters implements Command {
    private static final Option REPLAY =
            Option.flag("--replay", "tries the named ones again, or all of them");
    private static final Option DISCARD =
            Option.flag("--discard", "takes the named ones off the list, without applying them");
    private static final String PATH = "/api/dead-letters";

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String summary() {
        return "Lists events that could not be applied, shows one, tries them again after a fix.";
    }

    @Override
    public String operands() {
        return "[ID...]";
    }

    @Override
    public List<Option> options() {
        return List.of(REPLAY, DISCARD);
    }

    @Override
    public String description() {
        return """
        Without an ID: the list. With one: the event as it came, and why it was refused. A letter
        that can be applied now, or that a newer revision has made superfluous, goes off the list;
        one that is refused again stays, and the exit code is 1.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Service index = Service.named(session.stack(), "index-service");
        Terminal terminal = session.terminal();
        List<String> ids = arguments.operands();
        if (arguments.has(DISCARD)) {
            if (ids.isEmpty()) {
                throw Arguments.wrong(this, "--discard needs the ID of each letter.");
            }
            ids.forEach(id -> index.send("DELETE", PATH + "/" + id));
            terminal.line(ids.size() + " discarded.");
            return 0;
        }
        if (arguments.has(REPLAY)) {
            return replay(index, ids, terminal);
        }
        if (ids.isEmpty()) {
            list(index, terminal);
        } else {
            ids.forEach(id -> show(index.get(PATH + "/" + id), terminal));
        }
        return 0;
    }

    private static void list(Service index, Terminal terminal) {
        Json listing = index.get(PATH);
        List<Json> letters = listing.at("letters").elements();
        if (letters.isEmpty()) {
            terminal.line("No dead letters.");
            return;
        }
        Table table = new Table();
        table.row("ID", "BURIED", "KEY", "CAUSE");
        for (Json letter : letters) {
            table.row(
                    text(letter, "id"),
                    text(letter, "buriedAt"),
                    text(letter, "key"),
                    text(letter, "cause"));
        }
        table.lines().forEach(terminal::line);
        long total = listing.at("total").number().orElse(letters.size());
        if (total > letters.size()) {
            terminal.line("  and " + (total - letters.size()) + " more");
        }
    }

    private static void show(Json whole, Terminal terminal) {
        Json letter = whole.at("letter");
        terminal.line("id      " + text(letter, "id"));
        terminal.line("key     " + text(letter, "key"));
        terminal.line("buried  " + text(letter, "buriedAt"));
        terminal.line(
                "from    "
                        + text(letter, "topic")
                        + " partition "
                        + letter.at("partition").number().orElse(0)
                        + " offset "
                        + letter.at("offset").number().orElse(0));
        terminal.line("cause   " + text(letter, "cause"));
        terminal.line("reason  " + text(letter, "reason"));
        terminal.line();
        terminal.line(whole.at("value").text().orElse("(no value)"));
    }

    private static int replay(Service index, List<String> ids, Terminal terminal) {
        List<Json> outcomes = new ArrayList<>();
        if (ids.isEmpty()) {
            outcomes.addAll(index.send("POST", PATH + "/replay").elements());
        } else {
            ids.forEach(id -> outcomes.add(index.send("POST", PATH + "/" + id + "/replay")));
        }
        if (outcomes.isEmpty()) {
            terminal.line("No dead letters.");
            return 0;
        }
        Table table = new Table();
        boolean allSettled = true;
        for (Json each : outcomes) {
            String outcome = text(each, "outcome");
            table.row(text(each, "id"), outcome, text(each, "reason"));
            allSettled &= outcome.equals("applied") || outcome.equals("superseded");
        }
        table.lines().forEach(terminal::line);
        return allSettled ? 0 : 1;
    }

    private static String text(Json json, String name) {
        return json.at(name).text().orElse("");
    }
}
