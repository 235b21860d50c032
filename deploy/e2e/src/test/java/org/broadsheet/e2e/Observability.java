package org.broadsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What `deploy/observability` says: its documentation, its board and its alerts.
final class Observability {
    private static final Path FOLDER = Deploy.REPOSITORY.resolve("deploy/observability");
    private static final Pattern DOCUMENTED =
            Pattern.compile("(?m)^\\| `(broadsheet_\\w+)` \\| (\\w+)[^|]*\\| (.*) \\|$");
    private static final Pattern NAME =
            Pattern.compile("\\b(?:broadsheet|jvm|process|http)_[a-z0-9_]+\\b");
    private static final Path ADAPTER =
            Deploy.REPOSITORY.resolve(
                    "deploy/kubernetes/components/autoscaling/prometheus-adapter.yaml");
    private static final Pattern SERIES = Pattern.compile("\\b(broadsheet_[a-z0-9_]+)\\{");
    private static final Pattern SUFFIX = Pattern.compile("_(?:bucket|count|sum|max)$");

    private Observability() {}

    /// A metric as it is documented.
    record Documented(String kind, String meaning) {}

    static Map<String, Documented> metrics() throws IOException {
        Map<String, Documented> metrics = new TreeMap<>();
        DOCUMENTED
                .matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .forEach(m -> metrics.put(m.group(1), new Documented(m.group(2), m.group(3))));
        return metrics;
    }

    /// The names that the board, the alerts and the autoscalers ask Prometheus for.
    static Set<String> asked() throws IOException {
        Set<String> names = new TreeSet<>(names(alerts()));
        SERIES.matcher(Files.readString(ADAPTER)).results().forEach(m -> names.add(m.group(1)));
        for (JsonNode expression : board().findValues("expr")) {
            names.addAll(names(expression.asText()));
        }
        return names;
    }

    /// The metric that a name of a sample belongs to.
    static String metric(String sample) {
        return SUFFIX.matcher(sample).replaceFirst("");
    }

    static JsonNode board() throws IOException {
        return new JsonMapper()
                .readTree(FOLDER.resolve("grafana/dashboards/broadsheet.json").toFile());
    }

    static List<String> alertNames() throws IOException {
        return found("(?m)^      - alert: (\\w+)$", alerts());
    }

    static List<String> runbookParagraphs() throws IOException {
        return found("(?m)^### (\\w+)$", Files.readString(FOLDER.resolve("README.md")));
    }

    private static String alerts() throws IOException {
        return Files.readString(FOLDER.resolve("prometheus/alerts.yml"));
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(m -> m.group(1)).toList();
    }
}
