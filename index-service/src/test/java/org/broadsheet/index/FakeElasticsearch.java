package org.broadsheet.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/// Answers bulk requests as told and remembers which documents each of them held. A status for each
/// id, or one for the whole request; 0 stands for no answer at all.
public final class FakeElasticsearch implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("\"_id\":\"([^\"]+)\"");

    private final HttpServer server;
    private final RestClient client;
    private final List<List<String>> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger refreshes = new AtomicInteger();
    private final Queue<Function<String, Integer>> itemStatuses = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> wholeStatuses = new ConcurrentLinkedQueue<>();
    private final Queue<CountDownLatch> held = new ConcurrentLinkedQueue<>();
    private volatile Function<String, Integer> usually = id -> 201;
    private volatile int refreshStatus = 200;
    private volatile String refreshAnswer = "{}";
    private volatile int poisonSize = Integer.MAX_VALUE;
    private volatile int requestSize = Integer.MAX_VALUE;

    public FakeElasticsearch() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        client =
                RestClient.builder(new HttpHost("127.0.0.1", server.getAddress().getPort()))
                        .build();
    }

    public RestClient client() {
        return client;
    }

    /// How the next bulk request is answered, item by item.
    public void nextItems(Function<String, Integer> statusOfId) {
        itemStatuses.add(statusOfId);
    }

    /// How bulk requests are answered, item by item, where nothing else is said.
    public void usually(Function<String, Integer> statusOfId) {
        usually = statusOfId;
    }

    /// How the next bulk request is answered as a whole.
    public void nextWhole(int status) {
        wholeStatuses.add(status);
    }

    /// The next bulk request for which none is said yet is not answered before this is let go.
    public CountDownLatch holdNext() {
        CountDownLatch letGo = new CountDownLatch(1);
        held.add(letGo);
        return letGo;
    }

    /// How many requests that are to be held have not come yet.
    public int toHold() {
        return held.size();
    }

    /// Ids longer than this spoil the whole request, as they do in Elasticsearch.
    public void refuseIdsLongerThan(int length) {
        poisonSize = length;
    }

    /// Requests of more characters than this get 413.
    public void refuseRequestsLargerThan(int characters) {
        requestSize = characters;
    }

    /// The ids of each bulk request so far.
    public List<List<String>> requests() {
        return List.copyOf(requests);
    }

    /// What it says to a refresh from now on.
    public void answerRefreshes(int status, String json) {
        refreshStatus = status;
        refreshAnswer = json;
    }

    /// How often it was asked to make searches see what was written.
    public int refreshes() {
        return refreshes.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/_refresh")) {
            refreshes.incrementAndGet();
            respond(exchange, refreshStatus, refreshAnswer);
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        List<String> ids = new ArrayList<>();
        Matcher matcher = ID.matcher(body);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        CountDownLatch letGo = held.poll();
        requests.add(ids);
        if (letGo != null) {
            await(letGo);
        }
        Integer whole = wholeStatuses.poll();
        if (body.length() > requestSize) {
            respond(exchange, 413, "");
        } else if (whole != null && whole == 0) {
            exchange.close();
        } else if (whole != null) {
            respond(exchange, whole, "{\"error\":{\"type\":\"whole\",\"reason\":\"all\"}}");
        } else if (ids.stream().anyMatch(id -> id.length() > poisonSize)) {
            respond(exchange, 400, "{\"error\":{\"type\":\"too_long\",\"reason\":\"id\"}}");
        } else {
            respond(exchange, 200, items(ids));
        }
    }

    private static void await(CountDownLatch letGo) throws IOException {
        try {
            if (!letGo.await(30, TimeUnit.SECONDS)) {
                throw new IOException("held for too long");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private String items(List<String> ids) {
        Function<String, Integer> next = itemStatuses.poll();
        Function<String, Integer> statusOfId = next == null ? usually : next;
        Queue<String> items = new ArrayDeque<>();
        for (String id : ids) {
            int status = statusOfId.apply(id);
            items.add(
                    "{\"index\":{\"status\":%d,\"error\":{\"type\":\"told\",\"reason\":\"so\"}}}"
                            .formatted(status));
        }
        return "{\"errors\":true,\"items\":[" + String.join(",", items) + "]}";
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.stop(0);
    }
}
