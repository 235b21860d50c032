package org.broadsheet.e2e.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// What a run has to tell: shown as it grows, and kept.
final class RunReport {
    private final PrintStream out;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    RunReport(PrintStream out) {
        this.out = out;
    }

    void tell(String line) {
        lines.add(line);
        out.println(line);
        out.flush();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
