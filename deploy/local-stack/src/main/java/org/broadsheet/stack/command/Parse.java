package org.broadsheet.stack.command;

import java.util.List;
import org.broadsheet.stack.build.ParserClasses;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Terminal;

final class Parse implements Command {
    @Override
    public String name() {
        return "parse";
    }

    @Override
    public String summary() {
        return "Prints what the parser makes of page files, without any server.";
    }

    @Override
    public String operands() {
        return "FILE...";
    }

    @Override
    public List<Option> options() {
        return List.of(
                Option.flag(
                        "--explain",
                        "shows the page to a person: every line with its article, role and the reason"));
    }

    @Override
    public String description() {
        return """
        One line of JSON per file: its articles and where each line of the page went. '-' reads
        standard input. A file that cannot be read is named on standard error, the others are
        parsed all the same, and the exit code is not 0. The parser is compiled first when its
        sources have changed.""";
    }

    @Override
    public boolean passesArgumentsOn() {
        return true;
    }

    /// The parser runs in this very process: a second one would cost as much as five pages.
    @Override
    public int run(Session session, Arguments arguments) {
        Stack stack = session.stack();
        ParserClasses classes = new ParserClasses(stack);
        classes.compileIfChanged(new Terminal(System.err, 0, false));
        return classes.run(arguments.operands());
    }
}
