package org.broadsheet.benchmark;

import java.nio.file.Path;

/// Answers a question about speed: `parse [FOLDER]`, how fast page files are parsed.
final class Main {
    private Main() {}

    /// @param arguments the question and what it is asked of
    public static void main(String[] arguments) {
        if (arguments.length == 0 || arguments.length > 2 || !arguments[0].equals("parse")) {
            System.err.println("usage: bench parse [FOLDER OF PAGE FILES]");
            System.exit(2);
        }
        Path folder = Path.of(arguments.length == 2 ? arguments[1] : "seeds");
        new ParseFigures(folder, System.out).print();
    }
}
