package org.broadsheet.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Ends a process: asks with a signal, waits, and only then kills it and what it has started.
public final class Ending {
    private Ending() {}

    /// How it ended.
    public enum Outcome {
        STOPPED,
        KILLED,
        /// Still there after a kill: it belongs to someone else.
        REFUSED
    }

    public static Outcome of(RunRecord run, String signal, Duration patience, Runnable beforeKill) {
        List<ProcessHandle> started =
                run.process().map(process -> process.descendants().toList()).orElse(List.of());
        // Not ProcessHandle.destroy(): it knows only SIGTERM.
        Programs.run("sh", "-c", "kill -\"$1\" \"$2\"", "sh", signal, Long.toString(run.pid()));
        if (waitForEnd(run, patience)) {
            return Outcome.STOPPED;
        }
        beforeKill.run();
        run.process().ifPresent(ProcessHandle::destroyForcibly);
        started.forEach(ProcessHandle::destroyForcibly);
        return waitForEnd(run, Duration.ofSeconds(5)) ? Outcome.KILLED : Outcome.REFUSED;
    }

    private static boolean waitForEnd(RunRecord run, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (run.isRunning()) {
            if (Instant.now().isAfter(deadline) || !Pause.of(Duration.ofMillis(50))) {
                return !run.isRunning();
            }
        }
        return true;
    }
}
