package org.broadsheet.stack.command;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.process.Pause;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

final class Reindex implements Command {
    private static final Option ROLLBACK =
            Option.flag(
                    "--rollback", "gives up a build under way, or goes back to the index before");
    private static final Option DROP_OLD =
            Option.flag("--drop-old", "deletes the indices that are kept and that nothing uses");
    private static final String PATH = "/api/generations";

    @Override
    public String name() {
        return "reindex";
    }

    @Override
    public String summary() {
        return "Builds the search index anew while searches go on.";
    }

    @Override
    public List<Option> options() {
        return List.of(ROLLBACK, DROP_OLD);
    }

    @Override
    public String description() {
        return """
        A new index is filled from the topic. Searches stay with the old one until the new one
        holds every event and has been compared with it, article by article; then they change over
        in one step. Articles that arrive meanwhile are found after that step. The old index is
        kept for --rollback. Interrupting this command leaves the build to go on by itself; calling
        it again shows how far it is.

        An index that was lost is built anew the same way. After an upgrade with another mapping
        index-service does all this at its start, without this command.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Service index = Service.named(session.stack(), "index-service");
        Terminal terminal = session.terminal();
        if (arguments.has(DROP_OLD)) {
            List<Json> deleted = index.send("DELETE", PATH + "/unused").elements();
            terminal.line(
                    deleted.isEmpty()
                            ? "There is none."
                            : "Deleted: "
                                    + deleted.stream()
                                            .flatMap(name -> name.text().stream())
                                            .collect(Collectors.joining(", ")));
            return 0;
        }
        if (arguments.has(ROLLBACK)) {
            terminal.line(message(index.send("POST", PATH + "/rollback")));
            return 0;
        }
        if (!isChangingOver(index.get(PATH))) {
            terminal.line(message(index.send("POST", PATH)));
        }
        follow(index, terminal);
        return 0;
    }

    private static void follow(Service index, Terminal terminal) {
        try (Step step = new Step(terminal, "new index")) {
            while (true) {
                Json overview = index.get(PATH);
                if (!isChangingOver(overview)) {
                    step.done(searched(overview));
                    return;
                }
                String held = overview.at("held").text().orElse("");
                if (!held.isEmpty()) {
                    throw new Problem(
                            "Searches stay with the old index: " + held + ".",
                            "deploy/republish, or deploy/reindex --rollback.");
                }
                step.progress(progress(overview));
                Pause.of(Duration.ofMillis(500));
            }
        }
    }

    private static String progress(Json overview) {
        long total = overview.at("total").number().orElse(0);
        long remaining = overview.at("remaining").number().orElse(total);
        return total == 0
                ? "being filled"
                : (remaining == 0
                        ? "being checked"
                        : (total - remaining) + " of " + total + " events");
    }

    private static String searched(Json overview) {
        return overview.at("indices").elements().stream()
                .filter(index -> isTrue(index.at("searched")))
                .map(
                        index ->
                                index.at("index").text().orElse("")
                                        + ", "
                                        + index.at("documents").number().orElse(0)
                                        + " documents")
                .collect(Collectors.joining());
    }

    private static boolean isChangingOver(Json overview) {
        return isTrue(overview.at("changingOver"));
    }

    private static boolean isTrue(Json json) {
        return json.equals(new Json.Word("true"));
    }

    private static String message(Json answer) {
        return answer.at("message").text().orElse("");
    }
}
