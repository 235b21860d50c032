package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.broadsheet.query.wording.Message;
import org.jspecify.annotations.Nullable;

/// A place in the hits of a search, from which one can go on as far as one likes. It holds the sort
/// values of a hit, so it can be passed on and outlives the snapshot it names.
///
/// @param after sort values of the hit beside the slice
/// @param backwards the slice that ends before that hit, not the one that begins after it
/// @param position how many hits stand before the slice
/// @param search tells one search from another
/// @param snapshot id of Elasticsearch's point in time, where there is one
public record Cursor(
        List<FieldValue> after,
        boolean backwards,
        long position,
        int search,
        @Nullable String snapshot) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// As many documents as an index can hold.
    private static final long POSITION_MAX = Integer.MAX_VALUE;

    public Cursor {
        after = List.copyOf(after);
    }

    /// As it stands in an address.
    String token() {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode values = json.putArray("a");
        for (FieldValue value : after) {
            switch (value._kind()) {
                case Long -> values.add(value.longValue());
                case Double -> values.add(value.doubleValue());
                case Boolean -> values.add(value.booleanValue());
                case String -> values.add(value.stringValue());
                case Null, Any -> values.addNull();
            }
        }
        json.put("b", backwards).put("n", position).put("q", search).put("s", snapshot);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Reads what [#token()] wrote, or [InvalidParameter].
    static Cursor of(String token) {
        try {
            JsonNode json = JSON.readTree(Base64.getUrlDecoder().decode(token));
            List<FieldValue> after = new ArrayList<>();
            for (JsonNode value : json.path("a")) {
                after.add(value(value));
            }
            if (after.isEmpty() || !json.path("q").isInt() || !isPosition(json.path("n"))) {
                throw unreadable();
            }
            return new Cursor(
                    after,
                    json.path("b").asBoolean(),
                    json.path("n").asLong(),
                    json.path("q").asInt(),
                    json.path("s").textValue());
        } catch (IllegalArgumentException | IOException _) {
            throw unreadable();
        }
    }

    private static boolean isPosition(JsonNode number) {
        return number.isIntegralNumber()
                && number.canConvertToLong()
                && number.longValue() >= 0
                && number.longValue() <= POSITION_MAX;
    }

    /// The same search beside another hit.
    Cursor movedTo(List<FieldValue> hit) {
        return new Cursor(hit, backwards, position, search, snapshot);
    }

    static InvalidParameter unreadable() {
        return new InvalidParameter(
                "cursor",
                new Message(
                        "请原样给出同一检索结果中的 next 或 previous。",
                        "Give next or previous of an answer to the same search, unchanged."));
    }

    private static FieldValue value(JsonNode value) {
        return switch (value.getNodeType()) {
            case NUMBER ->
                    value.isIntegralNumber()
                            ? FieldValue.of(value.longValue())
                            : FieldValue.of(value.doubleValue());
            case STRING -> FieldValue.of(value.textValue());
            case BOOLEAN -> FieldValue.of(value.booleanValue());
            case NULL -> FieldValue.NULL;
            case ARRAY, BINARY, MISSING, OBJECT, POJO -> throw unreadable();
        };
    }
}
