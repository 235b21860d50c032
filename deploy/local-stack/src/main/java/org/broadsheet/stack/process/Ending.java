package org.broadsheet.stack.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Ends a process: asks with a signal, waits, and only then kills it and what it has started.
public final class Ending {
    private static final Duration AFTER_KILL = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Ending() {}

    /// How it ended.
    public enum Outcome {
        STOPPED,
        KILLED,
        /// Still there after a kill: it belongs to someone else.
        REFUSED
    }

    /// Ended means: the process itself and everything it had started.
    public static Outcome of(RunRecord run, String signal, Duration patience, Runnable beforeKill) {
        List<RunRecord> all = new ArrayList<>(List.of(run));
        run.process().stream()
                .flatMap(ProcessHandle::descendants)
                .forEach(started -> all.add(RunRecord.ofNew(started.pid(), run.port())));
        // Not ProcessHandle.destroy(): it knows only SIGTERM.
        Programs.run("sh", "-c", "kill -\"$1\" \"$2\"", "sh", signal, Long.toString(run.pid()));
        if (haveEnded(all, patience)) {
            return Outcome.STOPPED;
        }
        beforeKill.run();
        all.stream().flatMap(one -> one.process().stream()).forEach(ProcessHandle::destroyForcibly);
        return haveEnded(all, AFTER_KILL) ? Outcome.KILLED : Outcome.REFUSED;
    }

    private static boolean haveEnded(List<RunRecord> processes, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (processes.stream().anyMatch(RunRecord::isRunning)) {
            if (Instant.now().isAfter(deadline) || !Pause.of(LOOK_EVERY)) {
                return false;
            }
        }
        return true;
    }
}
