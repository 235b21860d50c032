package org.broadsheet.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// The memory a process and those it has started take, in bytes. Where the system tells (Linux),
/// what several of them share is counted once.
public final class Memory {
    private Memory() {}

    public static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> kilobytes(one.pid()) * 1024)
                .sum();
    }

    private static long kilobytes(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        if (Files.isDirectory(folder)) {
            try {
                return field(Files.readString(folder.resolve("smaps_rollup")), "Pss:");
            } catch (IOException _) {
                return residentSet(folder);
            }
        }
        Programs.Answer answer = Programs.run("ps", "-o", "rss=", "-p", Long.toString(pid));
        return answer.text().matches("[0-9]+") ? Long.parseLong(answer.text()) : 0;
    }

    private static long residentSet(Path folder) {
        try {
            return field(Files.readString(folder.resolve("status")), "VmRSS:");
        } catch (IOException _) {
            return 0;
        }
    }

    /// The number behind a name, as in `Pss: 1234 kB`.
    static long field(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }
}
