package org.broadsheet.query;

import static io.restassured.RestAssured.given;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.broadsheet.query.search.Facet;

/// A server that speaks as Elasticsearch does, one answer for every question, as the test sets it:
/// the whole service is tried, its client included, and failures that the real server seldom shows
/// can be had at will.
public class FakeElasticsearch implements QuarkusTestResourceLifecycleManager {
    /// One hit whose page prints no headline and whose text is hostile.
    static final String ONE_HIT =
            """
            {"took":3,"timed_out":false,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0},
             "hits":{"total":{"value":%d,"relation":"eq"},"max_score":1.5,"hits":[
              {"_index":"articles-1","_id":"a-01","_score":1.5,
               "_source":{"id":"a-01","revision":1,"withdrawn":false,"kind":"photo",
                "file":"<b>&.txt","column":"先锋观点","headline":%s,"authors":["李明"],
                "byline":[{"name":"李明","role":"<i>记者</i>"}],"date":"1954-03-02",
                "titleName":"边城日报","page":1,"body":"码头仍然停着。中午再谈。"},
               "sort":[1.5,-499046400000,1,"p1",3,"a-01"],
               "highlight":{"body":["&lt;b&gt;<em>码</em><em>头</em>仍然停着。"]}}]},
             "aggregations":NO_COUNTS}
            """
                    .replace("NO_COUNTS", noCounts("%1$d"));

    /// The same hit twice.
    static final String TWO_HITS =
            ONE_HIT.replaceFirst(
                    "(?s)(\"hits\":\\[\\s*)(.*?)(\\]\\},\\s*\"aggregations)", "$1$2,$2$3");

    /// What is answered to the counting of facets that have no value at all; one of them may be
    /// narrowed to a value.
    ///
    /// @param texts how many different texts there are
    static String noCounts(String texts) {
        String nothing = "{\"doc_count\":0}";
        String none = "{\"sum_other_doc_count\":0,\"buckets\":[]}";
        List<String> together = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            String type =
                    switch (facet) {
                        case YEAR, MONTH -> "date_histogram";
                        case PAGE -> "lterms";
                        default -> "sterms";
                    };
            String word = facet.word();
            String counted =
                    "\"%s#%s-values\":%s,\"missing#%s-missing\":%s"
                            .formatted(type, word, none, word, nothing);
            together.add(counted);
            apart.add(
                    "\"filter#%s\":{\"doc_count\":0,%s,\"filters#%s-chosen\":{\"buckets\":[%s]}}"
                            .formatted(word, counted, word, nothing));
        }
        together.add("\"date_histogram#timeline\":" + none);
        together.add("\"lterms#days\":" + none);
        together.add("\"cardinality#texts\":{\"value\":" + texts + "}");
        return "{\"filter#together\":{\"doc_count\":0,%s},%s}"
                .formatted(String.join(",", together), String.join(",", apart));
    }

    static final String COUNT =
            """
            {"count":7,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0}}
            """;

    private record Answer(int status, String body) {}

    private static final Answer SILENCE = new Answer(0, "");

    private static final int ATTEMPTS_MAX = 20;

    private static volatile boolean warm;
    private static volatile Answer answer = new Answer(200, COUNT);
    private static volatile Answer document = new Answer(404, "{}");
    private static volatile Duration thinking = Duration.ZERO;
    private static volatile CountDownLatch silence = new CountDownLatch(0);

    private final HttpServer server;

    public FakeElasticsearch() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void answers(int status, String body) {
        silence.countDown();
        answer = new Answer(status, body);
    }

    /// Asks until the service answers in time: on a busy machine the very first answer, for which
    /// everything is loaded, may not. Before each test; it is done once.
    static void hasAnsweredOnce() {
        for (int i = 0; i < ATTEMPTS_MAX && !warm; i++) {
            answers(200, ONE_HIT.formatted(1, "null"));
            warm = given().get("/?q=x").statusCode() == 200;
        }
    }

    /// Answers so to who asks for one document, whatever is answered to searches.
    static void holds(String body) {
        document = new Answer(200, body);
    }

    /// Takes its time for each answer, until it is told otherwise.
    static void takes(Duration time) {
        thinking = time;
    }

    /// Accepts questions and never says a word.
    static void isSilent() {
        silence = new CountDownLatch(1);
        answer = SILENCE;
    }

    /// Breaks every connection.
    static void hangsUp() {
        answers(-1, "");
    }

    @Override
    public Map<String, String> start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", FakeElasticsearch::handle);
        server.start();
        return Map.of(
                "quarkus.elasticsearch.hosts",
                "127.0.0.1:" + server.getAddress().getPort(),
                // Nobody listens there.
                "archive.ingest-service",
                "http://127.0.0.1:1",
                "search.deadline",
                "4s",
                "search.health-deadline",
                "500ms");
    }

    @Override
    public void stop() {
        silence.countDown();
        server.stop(0);
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean isDocument = exchange.getRequestURI().getPath().contains("/_doc/");
            Answer now = isDocument && answer.status() == 200 ? document : answer;
            if (now.equals(SILENCE)) {
                silence.await();
                return;
            }
            if (now.status() < 0) {
                return;
            }
            Thread.sleep(thinking);
            byte[] body = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
            exchange.getResponseHeaders()
                    .add("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9");
            exchange.sendResponseHeaders(now.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
