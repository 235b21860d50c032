package org.broadsheet.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Takes spans as a collector of traces does, by OTLP over HTTP, and keeps them.
final class TraceReceiver implements AutoCloseable {
    private final List<Received> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TraceReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    /// A span as it came, ids in hex.
    ///
    /// @param parent "" for the first of a trace
    record Received(
            String service,
            String trace,
            String id,
            String parent,
            String name,
            Map<String, String> attributes) {}

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// All spans so far of the trace of a file, empty if none has come.
    List<Received> ofFile(String name) {
        Optional<Received> root =
                spans.stream()
                        .filter(span -> span.name().equals("file"))
                        .filter(span -> name.equals(span.attributes().get("broadsheet.file.name")))
                        .findFirst();
        return root.isEmpty()
                ? List.of()
                : spans.stream().filter(s -> s.trace().equals(root.get().trace())).toList();
    }

    /// Each span as its service, its name and the name of the span above it.
    static List<List<String>> steps(List<Received> trace) {
        Map<String, String> names =
                trace.stream().collect(Collectors.toMap(Received::id, Received::name));
        return trace.stream()
                .filter(span -> names.containsKey(span.parent()))
                .map(span -> List.of(span.service(), span.name(), names.get(span.parent())))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            request.getResourceSpansList().forEach(this::keep);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, 0);
        }
    }

    private void keep(ResourceSpans ofService) {
        String service =
                texts(ofService.getResource().getAttributesList()).getOrDefault("service.name", "");
        ofService.getScopeSpansList().stream()
                .flatMap(scope -> scope.getSpansList().stream())
                .map(span -> received(service, span))
                .forEach(spans::add);
    }

    private static Received received(String service, Span span) {
        HexFormat hex = HexFormat.of();
        return new Received(
                service,
                hex.formatHex(span.getTraceId().toByteArray()),
                hex.formatHex(span.getSpanId().toByteArray()),
                hex.formatHex(span.getParentSpanId().toByteArray()),
                span.getName(),
                texts(span.getAttributesList()));
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(
                        Collectors.toMap(
                                KeyValue::getKey, each -> each.getValue().getStringValue()));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
