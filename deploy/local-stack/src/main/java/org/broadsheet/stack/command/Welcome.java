package org.broadsheet.stack.command;

import java.util.List;
import java.util.OptionalLong;
import org.broadsheet.stack.control.Counts;
import org.broadsheet.stack.control.Seeds;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Style;
import org.broadsheet.stack.terminal.Table;
import org.broadsheet.stack.terminal.Terminal;

/// What a person wants to know once the stack runs. Nothing is printed that was not tried.
record Welcome(Stack stack, List<QuarkusService> services, Terminal terminal) {

    void print(boolean changed) {
        terminal.line();
        terminal.line(
                terminal.styled(
                        Style.BOLD,
                        changed
                                ? "Broadsheet is running."
                                : "Broadsheet was running already; nothing has been changed."));
        terminal.line();
        Table table = new Table();
        table.row("Search page", Counts.named(services, "query-service").address() + "/");
        table.row("Drop folder", stack.home().drop().toString());
        OptionalLong found = Counts.found(services, Seeds.WORDS);
        if (found.isPresent()) {
            table.row("Try", "curl '" + Counts.searchAddress(services, Seeds.WORDS) + "'");
            table.row("", "(" + Seeds.WORDS + ": " + found.getAsLong() + " articles)");
        } else {
            table.row("Try", "query-service does not answer searches yet; see its log");
        }
        table.row("Look", stack.sources().command("status") + ", " + stack.sources().command("logs"));
        table.row("Stop", stack.sources().command("down"));
        table.lines().forEach(terminal::line);
    }
}
