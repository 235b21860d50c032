package org.broadsheet.benchmark;

import java.nio.file.Path;

/// Answers a question about speed: `parse [FOLDER]`, how fast page files are parsed; `analysis
/// [FOLDER]`, how fast their text is cut into terms.
final class Main {
    private Main() {}

    /// @param arguments the question and what it is asked of
    public static void main(String[] arguments) {
        String question = arguments.length == 1 || arguments.length == 2 ? arguments[0] : "";
        Path folder = Path.of(arguments.length == 2 ? arguments[1] : "seeds");
        switch (question) {
            case "parse" -> new ParseFigures(folder, System.out).print();
            case "analysis" -> new AnalysisFigures(folder, System.out).print();
            default -> {
                System.err.println("usage: bench parse|analysis [FOLDER OF PAGE FILES]");
                System.exit(2);
            }
        }
    }
}
