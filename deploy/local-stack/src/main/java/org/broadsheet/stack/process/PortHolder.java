package org.broadsheet.stack.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the process that listens on a port: on Linux from `/proc`, elsewhere with `lsof`.
public final class PortHolder {
    private static final String LISTENING = "0A";

    private PortHolder() {}

    /// For a person to read: the pid and the program; empty when the system does not tell.
    public static Optional<String> describe(int port) {
        OptionalLong pid = Files.isDirectory(Path.of("/proc/self/fd")) ? proc(port) : lsof(port);
        return pid.isEmpty() ? Optional.empty() : Optional.of(description(pid.getAsLong()));
    }

    private static String description(long pid) {
        String program =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().commandLine())
                        .orElse("a process");
        return "pid " + pid + " (" + shortened(program) + ")";
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }

    private static OptionalLong lsof(int port) {
        Programs.Answer answer = Programs.run("lsof", "-nP", "-t", "-iTCP:" + port, "-sTCP:LISTEN");
        return answer.text()
                .lines()
                .filter(line -> line.matches("[0-9]+"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static OptionalLong proc(int port) {
        Set<String> sockets =
                List.of("/proc/net/tcp", "/proc/net/tcp6").stream()
                        .flatMap(file -> lines(Path.of(file)).stream())
                        .flatMap(line -> inode(line, port).stream())
                        .map(inode -> "socket:[" + inode + "]")
                        .collect(Collectors.toSet());
        return ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> holdsOneOf(sockets, pid))
                .findFirst();
    }

    /// The socket of a line of `/proc/net/tcp` that listens on the port: `sl local_address
    /// rem_address st … uid timeout inode`.
    static Optional<String> inode(String line, int port) {
        String[] fields = line.strip().split("\\s+", -1);
        boolean listens =
                fields.length > 9
                        && fields[3].equals(LISTENING)
                        && fields[1].endsWith(String.format(Locale.ROOT, ":%04X", port));
        return listens ? Optional.of(fields[9]) : Optional.empty();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException _) {
            return List.of();
        }
    }

    private static boolean holdsOneOf(Set<String> sockets, long pid) {
        Path folder = Path.of("/proc", Long.toString(pid), "fd");
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder)) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
        } catch (IOException | RuntimeException _) {
            return false; // gone, or of another user
        }
        return false;
    }
}
