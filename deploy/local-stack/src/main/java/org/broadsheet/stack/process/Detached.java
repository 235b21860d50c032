package org.broadsheet.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.stack.Problem;

/// Starts a process in a session of its own: neither Ctrl-C nor a closed terminal reaches it. The
/// pid is the process itself, because each program in front of it replaces itself by the next.
public final class Detached {
    private static final String PERL_SETSID = "use POSIX; POSIX::setsid(); exec @ARGV or die $!";

    private Detached() {}

    public static Process start(
            List<String> command, Map<String, String> environment, Path folder, LogFile log) {
        List<String> line = new ArrayList<>(ownSession());
        line.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.environment().putAll(environment);
        log.rotate();
        try {
            return builder.start();
        } catch (IOException e) {
            throw new Problem(
                    "Cannot start " + command.getFirst() + " (" + e.getMessage() + ").",
                    "Check that the file exists, may be executed and is made for this system.");
        }
    }

    private static List<String> ownSession() {
        if (Programs.find("setsid").isPresent()) {
            return List.of("setsid");
        }
        if (Programs.find("perl").isPresent()) {
            return List.of("perl", "-e", PERL_SETSID);
        }
        throw new Problem(
                "Neither 'setsid' nor 'perl' is installed; one of them is needed to start a"
                        + " process that outlives this terminal.",
                "Install util-linux (Linux) or perl.");
    }
}
