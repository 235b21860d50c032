package org.broadsheet.stack.command;

import java.util.List;
import org.broadsheet.stack.Problem;

/// From words to a command that runs.
public final class CommandLine {
    private CommandLine() {}

    public static int run(List<String> words, Session session) {
        if (words.isEmpty() || Help.isAskedFor(words.getFirst())) {
            Help.ofAll(session.terminal());
            return 0;
        }
        Command command =
                Commands.named(words.getFirst())
                        .orElseThrow(
                                () ->
                                        Problem.usage(
                                                "There is no command " + words.getFirst() + ".",
                                                "deploy/local-stack/launch --help lists them."));
        List<String> rest = words.subList(1, words.size());
        boolean helpAskedFor =
                command.passesArgumentsOn()
                        ? !rest.isEmpty() && Help.isAskedFor(rest.getFirst())
                        : rest.stream().anyMatch(Help::isAskedFor);
        if (helpAskedFor) {
            Help.of(command, session.terminal());
            return 0;
        }
        return command.run(session, Arguments.of(command, rest));
    }
}
