package org.broadsheet.stack.command;

import java.util.List;
import org.broadsheet.stack.server.Stack;

final class Relevance implements Command {
    @Override
    public String name() {
        return "relevance";
    }

    @Override
    public String summary() {
        return "Measures how good searches are, on a stack of its own.";
    }

    @Override
    public String description() {
        return """
        Starts everything in a folder and on ports of its own, drops the seeds, the typeset pages
        and the paragraphs of a judged set of questions (CMRC 2018), and prints: how high each
        question's paragraph ranks, against single analyzers on the same index; how high an article
        ranks for its headline, with the headline's help and without; which searches of the table
        for the seeds are led by the wrong hit. It fails below the floors that the tests hold.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Stack users = session.stack();
        try (TestStack tests = TestStack.start(users, session)) {
            return tests.run(
                    List.of(
                            "-q",
                            "verify",
                            "-Dquick",
                            "-pl",
                            "deploy/e2e",
                            "-Dit.test=RelevanceIT"));
        }
    }
}
