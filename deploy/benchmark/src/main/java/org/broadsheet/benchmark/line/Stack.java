package org.broadsheet.benchmark.line;

import java.nio.file.Path;

/// The servers that `deploy/bench` has started, as its environment names them.
public record Stack(
        String kafka, String elasticsearch, Path services, Path logs, String serviceHeap) {

    /// @throws IllegalStateException outside `deploy/bench`
    public static Stack ofEnvironment() {
        Path home = Path.of(variable("BROADSHEET_HOME"));
        return new Stack(
                variable("KAFKA_BOOTSTRAP_SERVERS"),
                variable("QUARKUS_ELASTICSEARCH_HOSTS"),
                home.resolve("services"),
                home.resolve("logs"),
                "256m");
    }

    /// An address of Elasticsearch.
    public String search(String path) {
        return "http://" + elasticsearch + path;
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(name + " is not set: run deploy/bench");
        }
        return value;
    }
}
