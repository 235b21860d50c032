package org.broadsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The index itself, asked past query-service: the single analyzers that a search is measured
/// against.
final class SearchIndex {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    SearchIndex() {
        String hosts = System.getenv("QUARKUS_ELASTICSEARCH_HOSTS");
        if (hosts == null) {
            throw new IllegalStateException("QUARKUS_ELASTICSEARCH_HOSTS: run deploy/test");
        }
        this.address = "http://" + hosts + "/articles/_search";
    }

    /// Files of the hits when the text is looked for in these fields and the scores are summed.
    List<String> files(String text, List<String> fields) throws IOException, InterruptedException {
        Map<String, Object> query = Map.of("query", text, "type", "most_fields", "fields", fields);
        Map<String, Object> body =
                Map.of(
                        "size",
                        Ranks.DEPTH,
                        "_source",
                        List.of("file"),
                        "query",
                        Map.of("multi_match", query));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                        .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(response.body());
        }
        List<String> files = new ArrayList<>();
        for (JsonNode hit : JSON.readTree(response.body()).at("/hits/hits")) {
            files.add(hit.at("/_source/file").asText());
        }
        return files;
    }
}
