package org.broadsheet.stack.server;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.broadsheet.stack.settings.Setting;

/// The files Elasticsearch reads at its start.
record ElasticsearchConfig(Stack stack, Path data, String host) {

    String settings() {
        return """
        # Written at each start by deploy/up.
        cluster.name: broadsheet
        node.name: broadsheet
        discovery.type: single-node
        network.host: %1$s
        http.port: %2$d
        transport.port: %3$d
        path.data: %4$s
        path.logs: %5$s
        # Everything stays on loopback.
        xpack.security.enabled: false
        # An index that is not created by its owner is a mistake.
        action.auto_create_index: false
        # By default a disk that is nine tenths full stops all writing, however large it is.
        cluster.routing.allocation.disk.watermark.low: 1500mb
        cluster.routing.allocation.disk.watermark.high: 1gb
        cluster.routing.allocation.disk.watermark.flood_stage: 500mb
        """
                .formatted(
                        host,
                        stack.settings().port(Setting.ELASTICSEARCH_PORT),
                        stack.settings().port(Setting.ELASTICSEARCH_TRANSPORT_PORT),
                        quoted(data),
                        quoted(stack.home().logs()));
    }

    /// Everything to standard output: one log per process.
    String logging() {
        return """
        status = error
        appender.out.type = Console
        appender.out.name = out
        appender.out.layout.type = PatternLayout
        appender.out.layout.pattern = %d{ISO8601} %-5p %c{1.}: %m%n
        rootLogger.level = info
        rootLogger.appenderRef.out.ref = out
        """;
    }

    /// The options the server comes with, without the files it would write into the working folder,
    /// and with our heap.
    String jvmOptions(String delivered) {
        String kept =
                delivered
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .filter(line -> !line.contains("gc.log") && !line.contains("hs_err"))
                        .filter(line -> !line.contains("HeapDumpOnOutOfMemoryError"))
                        .collect(Collectors.joining("\n"));
        String heap = stack.settings().heap(Setting.ELASTICSEARCH_HEAP);
        return kept + "\n-Xms" + heap + "\n-Xmx" + heap + "\n";
    }

    private static String quoted(Path path) {
        return "\"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
