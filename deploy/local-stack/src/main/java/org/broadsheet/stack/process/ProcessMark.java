package org.broadsheet.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Tells a process from a later one that was given the same pid: the boot and the clock tick in
/// which it started on Linux (exact, and not moved when the clock is set), its start time
/// elsewhere.
final class ProcessMark {
    private ProcessMark() {}

    static Optional<String> of(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.isReadable(Path.of("/proc/sys/kernel/random/boot_id"))) {
            try {
                String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
                return ticks(Files.readString(stat)).map(ticks -> boot + "/" + ticks);
            } catch (IOException _) {
                return Optional.empty();
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(start -> Long.toString(start.toEpochMilli()));
    }

    /// The 22nd field; the second is the program's name in brackets and may hold anything. A
    /// process that has ended but was not yet collected (state Z) does not count as one.
    static Optional<String> ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return fields.length < 20 || fields[0].equals("Z")
                ? Optional.empty()
                : Optional.of(fields[19]);
    }
}
