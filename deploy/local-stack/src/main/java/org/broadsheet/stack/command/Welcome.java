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
        table.row("Key for uploads", Counts.named(services, "ingest-service").keyFile().toString());
        table.row("Look", command("status") + ", " + command("logs"));
        table.row("Stop", command("down"));
        table.lines().forEach(terminal::line);
        terminal.line();
        OptionalLong found = Counts.found(services, Seeds.WORDS);
        if (found.isPresent()) {
            terminal.line("A first search (" + found.getAsLong() + " articles):");
            terminal.line("  curl '" + Counts.searchAddress(services, Seeds.WORDS) + "'");
        } else {
            terminal.line(
                    "query-service does not answer a search: " + command("logs query-service"));
        }
    }

    private String command(String name) {
        return stack.sources().command(name);
    }
}
