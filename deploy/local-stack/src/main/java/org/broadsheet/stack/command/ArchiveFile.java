package org.broadsheet.stack.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.server.ServerAddresses;
import org.broadsheet.stack.server.Stack;

/// The archive and a file of it: the work is done by a program of ingest-service, which runs here
/// as it would in its container, with PostgreSQL alone.
record ArchiveFile(Stack stack) {
    private static final String MODULE = "ingest-service";
    private static final String MAIN = "org.broadsheet.ingest.cli.BackupCommand";

    static Path operand(Command command, Arguments arguments) {
        if (arguments.operands().size() != 1) {
            throw new Problem("Name one file.", "deploy/" + command.name() + " --help tells more.");
        }
        return Path.of(arguments.operands().getFirst()).toAbsolutePath();
    }

    /// @param direction write or read
    int run(String direction, Path file) {
        ProcessBuilder command =
                new ProcessBuilder(
                                stack.java(),
                                "-Xmx256m",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Dfile.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-cp",
                                classPath(),
                                MAIN,
                                direction,
                                file.toString())
                        .inheritIO();
        command.environment().putAll(ServerAddresses.of(stack));
        try {
            return command.start().waitFor();
        } catch (IOException e) {
            throw new Problem("Java can't be started: " + e.getMessage(), "Look at JAVA_HOME.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }

    private String classPath() {
        Path folder = stack.home().services().resolve(MODULE);
        if (!Files.isDirectory(folder)) {
            throw new Problem(
                    "There is no " + MODULE + " in " + folder.getParent() + ".",
                    "deploy/up --no-seeds brings it, and PostgreSQL.");
        }
        return Stream.of("app", "lib/boot", "lib/main")
                .map(part -> folder.resolve(part) + "/*")
                .collect(Collectors.joining(File.pathSeparator));
    }
}
