package org.broadsheet.stack.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.process.Lock;
import org.broadsheet.stack.server.Stack;

/// One run of Maven, quiet but for its progress. In a clone only one runs at a time.
final class MavenRun {
    private static final int ERRORS_MAX = 12;

    private final Stack stack;
    private final Path log;
    private final MavenProgress progress = new MavenProgress();
    private final List<String> errors = new ArrayList<>();

    MavenRun(Stack stack) {
        this.stack = stack;
        this.log = stack.log("build").path();
    }

    /// Runs Maven; `onProgress` is told often how far it is.
    void run(List<String> arguments, Consumer<MavenProgress> onProgress, Runnable whileWaiting) {
        MavenCommand maven = MavenCommand.find(stack);
        int exitCode;
        try (Lock _ = maven.lock(whileWaiting)) {
            Files.createDirectories(log.getParent());
            exitCode = await(maven.start(arguments), onProgress);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run Maven", e);
        }
        if (exitCode != 0) {
            throw failure();
        }
    }

    private int await(Process process, Consumer<MavenProgress> onProgress) throws IOException {
        try (Reader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        process.getInputStream(), StandardCharsets.UTF_8));
                Writer file = Files.newBufferedWriter(log)) {
            StringBuilder line = new StringBuilder();
            for (int c = out.read(); c >= 0; c = out.read()) {
                if (c != '\n' && c != '\r') {
                    line.append((char) c);
                    continue;
                }
                take(line.toString(), file);
                line.setLength(0);
                onProgress.accept(progress);
            }
            take(line.toString(), file);
            return process.waitFor();
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private void take(String line, Writer file) throws IOException {
        if (!progress.accept(line)) {
            return;
        }
        file.write(line + "\n");
        if (line.startsWith("[ERROR]") && errors.size() < ERRORS_MAX) {
            errors.add(line.strip());
        }
    }

    private Problem failure() {
        String told =
                errors.isEmpty()
                        ? String.join("\n", stack.log("build").tail(ERRORS_MAX))
                        : String.join("\n", errors);
        return new Problem(
                "Maven failed:\n" + told,
                "Everything it printed is in "
                        + log
                        + ". When something could not be downloaded, check the network and the"
                        + " mirror in ~/.m2/settings.xml, then run the command again.");
    }
}
