package org.broadsheet.stack.command;

import org.broadsheet.stack.terminal.Table;
import org.broadsheet.stack.terminal.Terminal;

/// The answer to `--help`.
final class Help {
    private Help() {}

    static boolean isAskedFor(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    static void of(Command command, Terminal terminal) {
        String options = command.options().isEmpty() ? "" : " [OPTION...]";
        String operands = command.operands().isEmpty() ? "" : " " + command.operands();
        terminal.line(command.summary());
        terminal.line();
        terminal.line("Usage: deploy/" + command.name() + options + operands);
        terminal.line();
        Table table = new Table();
        command.options().forEach(option -> table.row(option.shown(), option.description()));
        table.row("--help", "shows this");
        table.lines().forEach(terminal::line);
        terminal.line();
        terminal.line(command.description().strip());
    }

    static void ofAll(Terminal terminal) {
        terminal.line("The commands of Broadsheet; each answers --help:");
        Table table = new Table();
        Commands.all().forEach(command -> table.row("deploy/" + command.name(), command.summary()));
        table.lines().forEach(terminal::line);
    }
}
