package org.broadsheet.stack.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.build.Benchmarks;
import org.broadsheet.stack.settings.Setting;

final class Bench implements Command {
    private static final Option QUICK =
            Option.flag(
                    "--quick",
                    "parse, index, search, completion, export in small, under 5 minutes");
    private static final Option ARTICLES =
            Option.valued("--articles", "N", "size of the archive (default 100000)");
    private static final Option ROUNDS =
            Option.valued("--rounds", "N", "rounds of each side (default 5)");
    private static final Option SECONDS =
            Option.valued("--seconds", "N", "how long a round of questions takes (default 15)");
    private static final Option PAGES =
            Option.valued("--pages", "N", "how many pages generate writes (default 1000)");
    private static final Option INTO =
            Option.valued(
                    "--into",
                    "FOLDER",
                    "where the results go (default deploy/benchmark/target/results)");

    /// Questions that need servers.
    private static final Set<String> OF_SERVERS =
            Set.of(
                    "intake",
                    "relay",
                    "index",
                    "line",
                    "freshness",
                    "start",
                    "search",
                    "completion",
                    "export",
                    "growth");

    private static final Set<String> OTHERS = Set.of("parse", "analysis", "generate");

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
        return "QUESTION... [FOLDER]";
    }

    @Override
    public List<Option> options() {
        return List.of(QUICK, ARTICLES, ROUNDS, SECONDS, PAGES, INTO);
    }

    @Override
    public String description() {
        return """
        The questions, as many at once as you like:

        parse       megabytes of page text parsed in a second, against reading, decoding and
                    splitting the same files; four minutes
        analysis    characters that the analyzers of the index take in a second in one thread,
                    against those that Lucene brings along; five minutes
        intake      page files a second from the drop folder to stored and published, against
                    batched inserts of the same rows; ten minutes
        relay       events a second from the outbox to the topic, against kafka-producer-perf-test
        index       documents a second from a full topic into an empty index, against raw _bulk
                    requests of the same documents, a KafkaConsumer with Elastic's BulkIngester,
                    and a Camel route
        line        pages a second from the drop folder to searches, against a crawler with Tika
                    and a document for each file; what it takes of memory and of the disk
        freshness   how long after its file was dropped an article is found, against Elasticsearch
                    alone; five minutes
        start       seconds until each service is ready, with an AOT cache against without
        search      how long mixed searches take for 1 and for 8 clients, against the same
                    questions sent to Elasticsearch itself; five minutes
        completion  the same of suggestions while one types; five minutes
        export      articles a second, against raw scans of the index
        growth      parsing, taking in, indexing and searching a thousand articles, ten times as
                    many, and so on up to all of the archive, with the exponent of their growth
        pages       how many milliseconds each kind of page takes on the stack that runs, against
                    a health check; a minute
        generate    no question: writes an archive of page files into FOLDER, for other measurements

        All but parse, analysis, pages and generate start servers in a folder and on ports of their
        own and bring an archive there, made of the seeds' own text laid out anew: the same in every
        run. FOLDER, for parse and analysis, holds other page files than the seeds, named from the
        root of the clone. Rounds alternate, the median counts and the spread is shown. The answers
        are printed and written to a page with tables and plots; an answer takes the place of the
        former one to the same question. Close what else uses the processor.

        An archive is filled at about 400 articles a second on two cores: 15,000 take a minute,
        100,000 about five.

        BROADSHEET_ELASTICSEARCH_HEAP and BROADSHEET_SERVICE_HEAP count here too: an archive of a
        million articles wants 2g for Elasticsearch.\
        """;
    }

    @Override
    public int run(Session session, Arguments arguments) {
        List<String> operands = arguments.operands();
        if (operands.equals(List.of("pages"))) {
            Service query = Service.named(session.stack(), "query-service");
            return new PageTimes(query, session.terminal()).run();
        }
        if (operands.stream().noneMatch(Bench::isQuestion) && !arguments.has(QUICK)) {
            throw Problem.usage(
                    "deploy/bench: ask a question, such as deploy/bench search.",
                    "deploy/bench --help lists them.");
        }
        List<String> line = new ArrayList<>(operands);
        for (Option option : options()) {
            if (arguments.has(option)) {
                line.add(option.name());
                arguments.value(option).filter(value -> !value.isEmpty()).ifPresent(line::add);
            }
        }
        Benchmarks benchmarks = new Benchmarks(session.stack());
        benchmarks.compile(session.terminal());
        if (operands.stream().noneMatch(OF_SERVERS::contains) && !arguments.has(QUICK)) {
            return benchmarks.run(line, Map.of());
        }
        Map<String, String> ofServers = heap(session, Setting.ELASTICSEARCH_HEAP);
        try (TestStack servers = TestStack.start(session.stack(), session, ofServers)) {
            servers.bringServices();
            return servers.run(
                    environment -> {
                        Map<String, String> all = new HashMap<>(environment);
                        all.putAll(heap(session, Setting.SERVICE_HEAP));
                        return benchmarks.run(line, all);
                    });
        }
    }

    private static Map<String, String> heap(Session session, Setting of) {
        return Map.of(of.key(), session.stack().settings().value(of));
    }

    private static boolean isQuestion(String word) {
        return OF_SERVERS.contains(word) || OTHERS.contains(word);
    }
}
