package org.broadsheet.stack.command;

import java.util.List;
import org.broadsheet.stack.build.Benchmarks;

final class Bench implements Command {
    @Override
    public String name() {
        return "bench";
    }

    @Override
    public String summary() {
        return "Measures how fast it is, as a ratio to something measured in the same run.";
    }

    @Override
    public String operands() {
        return "parse|analysis [FOLDER] | pages";
    }

    @Override
    public String description() {
        return """
        parse: how many megabytes of page text are parsed in a second, against reading, decoding
        and splitting the same files; takes about four minutes.
        analysis: how many characters the analyzers of the index take in a second in one thread,
        against those that Lucene brings along; about three minutes.
        pages: how many milliseconds each kind of page takes on the stack that runs, against a health
        check; about a minute. FOLDER holds other page files than the seeds, named from the root of the
        clone. Rounds alternate and the median counts; close
        what else uses the processor.\
        """;
    }

    @Override
    public boolean passesArgumentsOn() {
        return true;
    }

    @Override
    public int run(Session session, Arguments arguments) {
        if (arguments.operands().equals(List.of("pages"))) {
            Service query = Service.named(session.stack(), "query-service");
            return new PageTimes(query, session.terminal()).run();
        }
        Benchmarks benchmarks = new Benchmarks(session.stack());
        benchmarks.compile(session.terminal());
        return benchmarks.run(arguments.operands());
    }
}
