package org.broadsheet.stack.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.process.LogFile;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Table;

final class Logs implements Command {
    private static final Option FOLLOW = Option.flag("-f", "goes on as the log grows; Ctrl-C ends");
    private static final Option LINES = Option.valued("-n", "LINES", "shows so many lines (40)");
    private static final String ENDING = ".log";

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String summary() {
        return "Shows the log of a service or server; without a name, lists them.";
    }

    @Override
    public String operands() {
        return "[NAME]";
    }

    @Override
    public List<Option> options() {
        return List.of(FOLLOW, LINES);
    }

    @Override
    public String description() {
        return """
        Each start begins a new log and keeps the one before: the name with .1 shows it, as in
        deploy/logs kafka.1. The log 'build' is what Maven printed last.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Stack stack = session.stack();
        if (arguments.operands().size() > 1) {
            throw Arguments.wrong(this, "It shows one log at a time.");
        }
        if (arguments.operands().isEmpty()) {
            list(stack, session);
            return 0;
        }
        LogFile log = find(stack, arguments.operands().getFirst());
        LogFollower follower = new LogFollower(log.path(), session.terminal());
        log.tail(lines(arguments)).forEach(session.terminal()::line);
        if (arguments.has(FOLLOW)) {
            follower.follow();
        }
        return 0;
    }

    private int lines(Arguments arguments) {
        String text = arguments.value(LINES).orElse("40");
        if (!text.matches("[0-9]{1,7}")) {
            throw Arguments.wrong(this, "-n needs a number, not '" + text + "'.");
        }
        return Integer.parseInt(text);
    }

    private static LogFile find(Stack stack, String name) {
        String file =
                name.endsWith(".1")
                        ? name.substring(0, name.length() - 2) + ENDING + ".1"
                        : name + ENDING;
        Path path = stack.home().logs().resolve(file);
        if (!path.normalize().startsWith(stack.home().logs()) || !Files.isRegularFile(path)) {
            throw new Problem(
                    "There is no log '" + name + "' in " + stack.home().logs() + ".",
                    names(stack).isEmpty()
                            ? "Nothing has been started yet: " + stack.sources().command("up")
                            : "There are: " + String.join(", ", names(stack)));
        }
        return new LogFile(path);
    }

    private static void list(Stack stack, Session session) {
        List<String> names = names(stack);
        if (names.isEmpty()) {
            session.terminal().line("There are no logs yet in " + stack.home().logs() + ".");
            return;
        }
        Table table = new Table();
        for (String name : names) {
            Path path = stack.home().logs().resolve(name + ENDING);
            table.row(name, path.toFile().length() / 1024 + " kB", path.toString());
        }
        table.lines().forEach(session.terminal()::line);
    }

    private static List<String> names(Stack stack) {
        if (!Files.isDirectory(stack.home().logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(stack.home().logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + stack.home().logs(), e);
        }
    }
}
