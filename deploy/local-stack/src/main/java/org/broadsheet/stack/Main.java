package org.broadsheet.stack;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.stack.command.CommandLine;
import org.broadsheet.stack.command.Session;
import org.broadsheet.stack.process.Shutdown;
import org.broadsheet.stack.terminal.Terminal;

/// Runs one command: `Main COMMAND [ARGUMENT...]`. Exit code 0 when it did what was asked, 1 when
/// it could not, 2 when it was not understood.
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        Session session =
                new Session(Terminal.ofThisProcess(System.out, System.getenv()), System.getenv());
        List<String> line = Arrays.asList(words);
        int exitCode;
        try {
            exitCode = CommandLine.run(line, session);
        } catch (Problem problem) {
            exitCode = told(problem);
        } catch (UncheckedIOException e) {
            exitCode = told(disk(e));
        }
        System.out.flush();
        System.exit(exitCode);
    }

    private static int told(Problem problem) {
        if (Shutdown.isUnderWay()) {
            return problem.exitCode();
        }
        System.out.flush();
        System.err.println();
        System.err.println(problem.message());
        System.err.println(problem.remedy());
        return problem.exitCode();
    }

    private static Problem disk(UncheckedIOException e) {
        return new Problem(
                e.getMessage() + " (" + e.getCause() + ")",
                "Check that the disk is not full and that the folder belongs to you.");
    }
}
