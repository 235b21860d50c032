package org.broadsheet.stack.command;

import java.nio.file.Path;
import java.util.List;

final class Screenshots implements Command {
    @Override
    public String name() {
        return "screenshots";
    }

    @Override
    public String summary() {
        return "Makes pictures of every page, on a stack of its own.";
    }

    @Override
    public String operands() {
        return "[FOLDER]";
    }

    @Override
    public String description() {
        return """
        Starts everything in a folder and on ports of its own, drops the seeds and a newspaper made
        up for the purpose, and visits every page with Chromium: on a desktop, on a phone, in the
        dark, in English, without scripts, and an article as it prints. The pictures go to FOLDER, or
        to deploy/e2e/target/screenshots.\
        """;
    }

    @Override
    public int run(Session session, Arguments arguments) {
        List<String> operands = arguments.operands();
        Path sources = session.stack().sources().root();
        Path folder =
                operands.isEmpty()
                        ? sources.resolve("deploy/e2e/target/screenshots")
                        : Path.of(operands.getFirst()).toAbsolutePath();
        try (TestStack tests = TestStack.start(session.stack(), session)) {
            int exitCode =
                    tests.run(
                            List.of(
                                    "-q",
                                    "verify",
                                    "-Dquick",
                                    "-pl",
                                    "deploy/e2e",
                                    "-Dtest=none",
                                    "-Dsurefire.failIfNoSpecifiedTests=false",
                                    "-Dit.test=Screenshots",
                                    "-Dscreenshots.folder=" + folder));
            session.terminal().line("Pictures are in " + folder + ".");
            return exitCode;
        }
    }
}
