package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Paging by cursor, in the real Elasticsearch: through every hit and back, when the snapshot
/// behind it is gone, and with cursors that no answer has given.
@QuarkusTest
@WithTestResource(RealElasticsearch.class)
class CursorIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "newest", "oldest", "page", "arrival"})
    void cursorsLeadThroughEveryHitOnceAndBack(String sort) {
        List<String> all = search("q", "党", "sort", sort, "limit", "100").getList("hits.id");
        List<String> forwards = new ArrayList<>();
        JsonPath slice = search("q", "党", "sort", sort, "limit", "4");
        forwards.addAll(slice.getList("hits.id"));
        JsonPath last = slice;
        while (slice.getString("next") != null) {
            assertThat(forwards).hasSizeLessThan(200);
            slice = search("q", "党", "sort", sort, "limit", "4", "cursor", slice.getString("next"));
            assertThat(slice.getInt("offset")).isEqualTo(forwards.size());
            forwards.addAll(slice.getList("hits.id"));
            last = slice;
        }
        List<String> backwards = new ArrayList<>(last.getList("hits.id", String.class));
        while (last.getString("previous") != null) {
            assertThat(backwards).hasSizeLessThan(200);
            last =
                    search(
                            "q",
                            "党",
                            "sort",
                            sort,
                            "limit",
                            "4",
                            "cursor",
                            last.getString("previous"));
            backwards.addAll(0, last.getList("hits.id", String.class));
        }

        assertThat(forwards).isEqualTo(all);
        assertThat(backwards).isEqualTo(all);
    }

    @Test
    void cursorOutlivesItsSnapshot() throws Exception {
        List<String> all = search("q", "党", "limit", "100").getList("hits.id");
        JsonPath slice = search("q", "党", "limit", "3");
        List<String> read = new ArrayList<>(slice.getList("hits.id", String.class));
        int snapshots = 0;
        while (slice.getString("next") != null) {
            String cursor = slice.getString("next");
            snapshots += forgetsSnapshot(cursor) ? 1 : 0;
            slice = search("q", "党", "limit", "3", "cursor", cursor);
            read.addAll(slice.getList("hits.id"));
        }

        assertThat(read).isEqualTo(all);
        assertThat(snapshots).isGreaterThan(1);
    }

    /// Lets go of the snapshot that a cursor names; the first cursor names none yet.
    private static boolean forgetsSnapshot(String cursor) throws Exception {
        String json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        String snapshot = new JsonPath(json).getString("s");
        if (snapshot == null) {
            return false;
        }
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + RealElasticsearch.host() + "/_pit"))
                        .header("Content-Type", "application/json")
                        .method("DELETE", BodyPublishers.ofString("{\"id\":\"" + snapshot + "\"}"))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        return true;
    }

    @Test
    void cursorOfAnotherSearchIsRefused() {
        String cursor = search("q", "党", "limit", "2").getString("next");

        for (String[] other :
                new String[][] {
                    {"q", "建"},
                    {"q", "党", "sort", "newest"},
                    {"q", "党", "kind", "photo"},
                    {"q", "党", "reprints", "apart"}
                }) {
            isRefused(cursor, other);
        }
        // How many are shown and counted is no other search.
        search("q", "党", "limit", "3", "facets", "none", "cursor", cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "x", "党", "bnVsbA", "W10", "e30", "W1tbW1tbW1tb"})
    void whatIsNoCursorIsRefused(String cursor) {
        isRefused(cursor, "q", "党");
    }

    @Test
    void changedCursorsAreRefused() throws Exception {
        List<Consumer<ObjectNode>> changes =
                List.of(
                        cursor -> cursor.remove("a"),
                        cursor -> cursor.putArray("a"),
                        cursor -> places(cursor).remove(0),
                        cursor -> places(cursor).add(1).add(1),
                        cursor -> places(cursor).set(0, places(cursor).arrayNode()),
                        cursor -> places(cursor).set(0, "high"),
                        cursor -> places(cursor).set(1, "yesterday"),
                        cursor -> places(cursor).set(2, "first"),
                        cursor -> places(cursor).set(2, JSON.createObjectNode()),
                        cursor -> cursor.put("n", -1),
                        cursor -> cursor.put("n", Long.MAX_VALUE),
                        cursor -> cursor.put("n", "one"),
                        cursor -> cursor.put("q", cursor.get("q").intValue() + 1),
                        cursor -> cursor.put("q", "党"));
        for (Consumer<ObjectNode> change : changes) {
            isRefused(changed(change, "apart"), "q", "党", "reprints", "apart", "limit", "2");
        }
    }

    @Test
    void noChangeOfACursorMakesTheServiceFail() throws Exception {
        List<Consumer<ObjectNode>> changes = new ArrayList<>();
        for (String snapshot : List.of("x", "", "46ToAwMDaWR5BXV1aWQyKwZub2RlXzM", "党", "*")) {
            changes.add(cursor -> cursor.put("s", snapshot));
        }
        for (int place = 0; place < 6; place++) {
            int at = place;
            changes.add(cursor -> places(cursor).setNull(at));
            changes.add(cursor -> places(cursor).set(at, Long.MIN_VALUE));
            changes.add(cursor -> places(cursor).set(at, 1e300));
            changes.add(cursor -> places(cursor).set(at, true));
            changes.add(cursor -> places(cursor).set(at, "\u0000"));
        }
        for (Consumer<ObjectNode> change : changes) {
            for (String reprints : List.of("apart", "together")) {
                String cursor = changed(change, reprints);
                int status =
                        given().queryParams("q", "党", "reprints", reprints, "cursor", cursor)
                                .get("/api/search")
                                .statusCode();
                assertThat(status)
                        .as(
                                new String(
                                        Base64.getUrlDecoder().decode(cursor),
                                        StandardCharsets.UTF_8))
                        .isIn(200, 400);
            }
        }
    }

    private static ArrayNode places(ObjectNode cursor) {
        return (ArrayNode) cursor.get("a");
    }

    /// A cursor of the search for 党 with one thing changed.
    private static String changed(Consumer<ObjectNode> change, String reprints) throws Exception {
        String token = search("q", "党", "reprints", reprints, "limit", "2").getString("next");
        ObjectNode cursor = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(token));
        change.accept(cursor);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JSON.writeValueAsBytes(cursor));
    }

    private static void isRefused(String cursor, String... search) {
        var request = given().queryParam("cursor", cursor);
        for (int i = 0; i < search.length; i += 2) {
            request.queryParam(search[i], search[i + 1]);
        }
        request.get("/api/search")
                .then()
                .statusCode(400)
                .contentType(Problem.JSON)
                .body("parameter", equalTo("cursor"))
                .body("detail", containsString("next or previous"));
    }

    private static JsonPath search(String... parameters) {
        var request = given();
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        return request.get("/api/search").then().statusCode(200).extract().jsonPath();
    }
}
