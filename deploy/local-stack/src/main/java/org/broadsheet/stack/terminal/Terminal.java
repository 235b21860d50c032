package org.broadsheet.stack.terminal;

import java.io.PrintStream;
import java.util.Map;

/// Where a command prints. `columns` is 0 when the output is not a terminal: then there are neither
/// colours nor lines that are written over.
public final class Terminal {
    private final PrintStream out;
    private final int columns;
    private final boolean coloured;

    public Terminal(PrintStream out, int columns, boolean coloured) {
        this.out = out;
        this.columns = columns;
        this.coloured = coloured;
    }

    /// The terminal this process was started from, as `launch` has found it.
    public static Terminal ofThisProcess(PrintStream out, Map<String, String> environment) {
        int columns = Integer.getInteger("broadsheet.terminal", 0);
        boolean coloured =
                columns > 0
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        return new Terminal(out, columns, coloured);
    }

    public boolean isInteractive() {
        return columns > 0;
    }

    int columns() {
        return columns;
    }

    public String styled(Style style, String text) {
        return coloured ? style.on(text) : text;
    }

    public void line(String text) {
        out.println(text);
    }

    public void line() {
        out.println();
    }

    /// A detail below a step, indented and pale.
    public void detail(String text) {
        line("      " + styled(Style.DIM, text));
    }

    void raw(String text) {
        out.print(text);
        out.flush();
    }
}
