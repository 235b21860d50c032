package org.broadsheet.stack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.broadsheet.stack.control.Counts;
import org.broadsheet.stack.control.DiskCheck;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Table;

/// What has been counted from the drop folder to the index, for `status`. A dash stands for what
/// nobody could tell.
record Books(Stack stack, List<QuarkusService> services) {
    private static final int SET_ASIDE_MAX = 10;

    List<String> lines() {
        Counts counts = Counts.of(services);
        Table table = new Table();
        table.row(
                "files",
                text(counts.filesStored()) + " stored",
                text(counts.filesDuplicate()) + " duplicate",
                text(counts.filesRejected()) + " rejected",
                text(counts.filesWaiting()) + " waiting",
                text(counts.filesReceived()) + " to be read");
        table.row(
                "articles",
                text(counts.articlesStored()) + " stored",
                text(counts.articlesWithdrawn()) + " withdrawn",
                text(counts.unpublished()) + " unpublished");
        table.row(
                "index",
                text(counts.eventsApplied()) + " applied",
                text(counts.eventsDead()) + " dead letters",
                text(counts.lag()) + " on the way");
        List<String> lines = new ArrayList<>(table.lines());
        counts.filesSetAside().entrySet().stream()
                .limit(SET_ASIDE_MAX)
                .map(file -> "  set aside " + file.getKey() + ": " + file.getValue())
                .map(line -> line.replaceAll("\\p{Cntrl}", "?"))
                .forEach(lines::add);
        String free = DiskCheck.gigabytes(stack.home().freeBytes());
        lines.add("  home      " + stack.home().root() + " (" + free + " GB free)");
        return lines;
    }

    private static String text(OptionalLong count) {
        return count.isPresent() ? Long.toString(count.getAsLong()) : "-";
    }
}
