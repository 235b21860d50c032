package org.broadsheet.e2e;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the running services tell under `/q/metrics`.
///
/// @param samples every name that a query can ask for
/// @param kinds our own metrics, each with its kind; the longest time of a histogram or summary
///   goes with it
/// @param labels the values of labels that part our own metrics, by the metric's name
record Exposition(Set<String> samples, Map<String, String> kinds, Map<String, Set<String>> labels) {
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\S+) (\\S+)$");
    private static final Pattern SAMPLE =
            Pattern.compile("(?m)^([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{[^}]*})? ");
    private static final Pattern LABEL = Pattern.compile("(?:outcome|place)=\"([^\"]*)\"");

    static Exposition ofRunningServices() throws IOException, InterruptedException {
        Set<String> samples = new HashSet<>();
        Map<String, String> kinds = new TreeMap<>();
        Map<String, Set<String>> labels = new HashMap<>();
        for (String service : new String[] {"ingest", "index", "query"}) {
            String text = Http.get(Deploy.address(service) + "/q/metrics").body();
            for (Matcher m = TYPE.matcher(text); m.find(); ) {
                if (m.group(1).startsWith("broadsheet_")) {
                    // OpenMetrics names the family, a query asks for its sample.
                    boolean isCounter = m.group(2).equals("counter");
                    kinds.put(
                            isCounter
                                    ? m.group(1).replaceFirst("_total$", "") + "_total"
                                    : m.group(1),
                            m.group(2));
                }
            }
            for (Matcher m = SAMPLE.matcher(text); m.find(); ) {
                samples.add(m.group(1));
                if (m.group(1).startsWith("broadsheet_") && m.group(2) != null) {
                    for (Matcher label = LABEL.matcher(m.group(2)); label.find(); ) {
                        labels.computeIfAbsent(m.group(1), name -> new HashSet<>())
                                .add(label.group(1));
                    }
                }
            }
        }
        kinds.keySet()
                .removeIf(
                        name ->
                                name.endsWith("_max")
                                        && kinds.containsKey(
                                                name.substring(
                                                        0, name.length() - "_max".length())));
        return new Exposition(samples, kinds, labels);
    }

    /// Values that part this metric; of a histogram they stand with its samples.
    Set<String> labels(String metric) {
        Set<String> values = new HashSet<>(labels.getOrDefault(metric, Set.of()));
        values.addAll(labels.getOrDefault(metric + "_count", Set.of()));
        return values;
    }
}
