package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Asks the services over HTTP.
final class Http {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final JsonMapper JSON = new JsonMapper();

    private Http() {}

    static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20)).build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// The same with a key or a token.
    static HttpResponse<String> get(String address, String bearer)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Bearer " + bearer)
                        .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    /// An answer that need not have an end, on a connection of its own, as browsers have it;
    /// whoever closes it leaves.
    static HttpResponse<InputStream> stream(String address)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address))
                        .version(HttpClient.Version.HTTP_1_1)
                        .timeout(Duration.ofSeconds(20))
                        .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    }

    static JsonNode json(String address) throws IOException, InterruptedException {
        HttpResponse<String> response = get(address);
        assertThat(response.statusCode()).as(address + "\n" + response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    /// Searches, with further parameters as they stand in an address (`&limit=100`).
    static JsonNode search(String query, String parameters)
            throws IOException, InterruptedException {
        return json(
                Deploy.address("query")
                        + "/api/search?q="
                        + URLEncoder.encode(query, StandardCharsets.UTF_8)
                        + parameters);
    }
}
