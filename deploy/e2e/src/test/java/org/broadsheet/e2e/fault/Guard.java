package org.broadsheet.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Sees to it that no service outlives this JVM, however it ends. A shell holds the other end of a
/// pipe: it learns which processes there are, and kills them when the pipe ends. A shutdown hook
/// would not do, because SIGKILL runs none.
final class Guard {
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            while read -r line; do pids=$line; done
            [ -z "$pids" ] || kill -9 $pids
            """;

    private final Set<Long> pids = new TreeSet<>();
    private final Writer shell;

    Guard() {
        try {
            shell =
                    new ProcessBuilder("sh", "-c", SCRIPT)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .outputWriter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void watch(Process process) {
        if (pids.add(process.pid())) {
            tell();
        }
    }

    /// It is gone: its number may be another's soon.
    synchronized void forget(Process process) {
        if (pids.remove(process.pid())) {
            tell();
        }
    }

    /// All of them each time: the last line counts.
    private void tell() {
        try {
            shell.write(pids.stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\n");
            shell.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
