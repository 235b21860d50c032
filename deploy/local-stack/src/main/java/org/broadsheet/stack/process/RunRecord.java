package org.broadsheet.stack.process;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// What is remembered of a process that was started: enough to find it again from another terminal,
/// and to notice that the pid now belongs to something else.
public record RunRecord(long pid, String mark, Instant started, int port) {

    /// Of a process that has just been started. One that has ended already gets a mark that no
    /// process has.
    public static RunRecord ofNew(long pid, int port) {
        return new RunRecord(pid, ProcessMark.of(pid).orElse("ended"), Instant.now(), port);
    }

    public boolean isRunning() {
        return ProcessMark.of(pid).filter(mark::equals).isPresent();
    }

    public Optional<ProcessHandle> process() {
        return isRunning() ? ProcessHandle.of(pid) : Optional.empty();
    }

    String text() {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("mark", mark);
        properties.setProperty("started", started.toString());
        properties.setProperty("port", Integer.toString(port));
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    /// Empty when there is no such file or when it makes no sense: then nothing is known.
    static Optional<RunRecord> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(
                    new RunRecord(
                            Long.parseLong(properties.getProperty("pid", "")),
                            properties.getProperty("mark", ""),
                            Instant.parse(properties.getProperty("started", "")),
                            Integer.parseInt(properties.getProperty("port", ""))));
        } catch (IOException | IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }
}
