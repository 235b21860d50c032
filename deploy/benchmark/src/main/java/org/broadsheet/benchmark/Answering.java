package org.broadsheet.benchmark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.benchmark.line.Archive;
import org.broadsheet.benchmark.line.Clients;
import org.broadsheet.benchmark.line.Clients.Round;
import org.broadsheet.benchmark.line.Recorder;
import org.broadsheet.benchmark.line.Recorder.Question;
import org.broadsheet.benchmark.line.RunningService;
import org.broadsheet.benchmark.line.Web;
import org.broadsheet.benchmark.result.Plot;
import org.broadsheet.benchmark.result.Report.Section;
import org.broadsheet.benchmark.result.Rounds;

/// How long query-service takes to answer, beside Elasticsearch itself: the service's own
/// questions, noted beforehand, sent by the same client without the service in between. Rounds of
/// both alternate, after a round of each that does not count.
final class Answering {
    private static final int[] CLIENTS = {1, 8};

    /// The JVM compiles a service that is new for some thousand answers; one that runs for weeks is
    /// past that.
    private static final int WARM_UP_ROUNDS = 8;

    private static final int WARM_UP_CLIENTS = 8;

    /// 党健联盟: nothing is found, so that did-you-mean gets its lexicon.
    private static final String MISTYPED =
            "/api/search?q=%22%E5%85%9A%E5%81%A5%E8%81%94%E7%9B%9F%22";

    private final Effort effort;
    private final PrintStream out;

    Answering(Effort effort, PrintStream out) {
        this.effort = effort;
        this.out = out;
    }

    /// What was measured with some number of clients.
    ///
    /// @param clients how many asked at the same time
    record Figures(int clients, Side service, Side raw) {
        /// One of the two that are compared.
        record Side(Rounds half, Rounds most, Rounds perSecond) {
            Side() {
                this(new Rounds(), new Rounds(), new Rounds());
            }

            void add(Round round) {
                half.add(round.within(0.5));
                most.add(round.within(0.99));
                perSecond.add(round.perSecond());
            }
        }

        Figures(int clients) {
            this(clients, new Side(), new Side());
        }
    }

    /// Asks these addresses of a query-service before the archive.
    List<Figures> measured(Archive archive, List<String> addresses) {
        Map<String, List<Question>> noted = noted(archive, addresses);
        try (RunningService query = archive.newQueryService(archive.stack().elasticsearch())) {
            Clients.ask(
                    WARM_UP_CLIENTS,
                    effort.round().multipliedBy(WARM_UP_ROUNDS),
                    0,
                    addresses,
                    address -> Web.get(query.address() + address));
            List<Figures> all = new ArrayList<>();
            for (int clients : CLIENTS) {
                all.add(measured(archive, query, noted, clients));
            }
            return all;
        }
    }

    private Map<String, List<Question>> noted(Archive archive, List<String> addresses) {
        Map<String, List<Question>> noted = new LinkedHashMap<>();
        try (Recorder recorder = new Recorder(archive.stack());
                RunningService query = archive.newQueryService(recorder.address())) {
            // What it makes once and keeps is no part of a question.
            Web.get(query.address() + MISTYPED);
            for (String address : addresses) {
                noted.put(
                        address,
                        recorder.asked(query.address() + address).stream()
                                .filter(q -> q.path().startsWith("/" + archive.alias() + "/"))
                                .toList());
            }
        }
        return noted;
    }

    private Figures measured(
            Archive archive, RunningService query, Map<String, List<Question>> noted, int clients) {
        List<String> addresses = List.copyOf(noted.keySet());
        Clients.Asking<String> service = address -> Web.get(query.address() + address);
        Clients.Asking<String> raw =
                address ->
                        noted.getOrDefault(address, List.of())
                                .forEach(question -> send(archive, question));
        Duration time = effort.round();
        Figures figures = new Figures(clients);
        for (int round = 0; round <= effort.rounds(); round++) {
            Round ofRaw = Clients.ask(clients, time, round, addresses, raw);
            Round ofService = Clients.ask(clients, time, round, addresses, service);
            if (round > 0) {
                figures.raw().add(ofRaw);
                figures.service().add(ofService);
                out.printf(
                        Locale.ROOT,
                        "  %d clients, round %d of %d: %.1f ms, raw %.1f ms%n",
                        clients,
                        round,
                        effort.rounds(),
                        ofService.within(0.5),
                        ofRaw.within(0.5));
            }
        }
        return figures;
    }

    private static void send(Archive archive, Question question) {
        Web.send(
                question.method(),
                archive.stack().search(question.path()),
                "application/json",
                question.body().getBytes(StandardCharsets.UTF_8));
    }

    /// The section of the page for an archive of this size: answers for others stay beside it.
    Section section(String name, String title, String method, String goals, List<Figures> all) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("clients", "", "half within, ms", "99 of 100 within, ms", "a second"));
        Map<String, Rounds> bars = new LinkedHashMap<>();
        List<String> remarks = new ArrayList<>();
        for (Figures figures : all) {
            table.add(row(figures.clients(), "query-service", figures.service()));
            table.add(row(figures.clients(), "raw", figures.raw()));
            bars.put("query-service, " + figures.clients(), figures.service().half());
            bars.put("raw, " + figures.clients(), figures.raw().half());
            bars.put("query-service, " + figures.clients() + ", p99", figures.service().most());
            bars.put("raw, " + figures.clients() + ", p99", figures.raw().most());
            remarks.add(
                    String.format(
                            Locale.ROOT,
                            "%d clients: half within raw + %.2f ms; 99 of 100 within %.2f of raw;"
                                    + " throughput %.2f of raw.",
                            figures.clients(),
                            figures.service().half().median() - figures.raw().half().median(),
                            figures.service().most().to(figures.raw().most()),
                            figures.service().perSecond().to(figures.raw().perSecond())));
        }
        remarks.add(goals);
        String sized = name + "-" + effort.articles();
        return new Section(
                sized,
                "%s (%,d articles)".formatted(title, effort.articles()),
                method,
                table,
                remarks,
                List.of(Plot.bars(sized, title + ", milliseconds", bars)));
    }

    private static List<String> row(int clients, String side, Figures.Side figures) {
        return List.of(
                Integer.toString(clients),
                side,
                figures.half().shown(),
                figures.most().shown(),
                figures.perSecond().shown());
    }
}
