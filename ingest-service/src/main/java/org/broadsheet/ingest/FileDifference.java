package org.broadsheet.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What would be another if a file were read again with the present parser.
///
/// @param problem why it can't be read any more; then nothing would change
/// @param same articles that would stay as they are
/// @param articles that would not
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileDifference(
        long file, String name, @Nullable String problem, int same, List<Article> articles) {
    private static final JsonMapper JSON = new JsonMapper();

    /// Changes with every change of another.
    private static final Set<String> LEFT_OUT = Set.of("contentHash");

    /// @param change new, gone or changed
    public record Article(String id, String change, List<Field> fields) {}

    /// @param before absent where there was nothing
    /// @param after absent where there is nothing
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Field(String name, @Nullable JsonNode before, @Nullable JsonNode after) {}

    static FileDifference ofProblem(long file, String name, String problem) {
        return new FileDifference(file, name, problem, 0, List.of());
    }

    /// @param before articles as JSON by id
    /// @param after the same
    static FileDifference of(
            long file, String name, Map<String, String> before, Map<String, String> after) {
        List<Article> articles = new ArrayList<>();
        int same = 0;
        Set<String> ids = new TreeSet<>(before.keySet());
        ids.addAll(after.keySet());
        for (String id : ids) {
            List<Field> fields = fields(parsed(before.get(id)), parsed(after.get(id)));
            if (fields.isEmpty()) {
                same++;
            } else {
                String change =
                        !before.containsKey(id)
                                ? "new"
                                : after.containsKey(id) ? "changed" : "gone";
                articles.add(new Article(id, change, fields));
            }
        }
        return new FileDifference(file, name, null, same, articles);
    }

    private static List<Field> fields(JsonNode before, JsonNode after) {
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            if (!LEFT_OUT.contains(name) && !before.path(name).equals(after.path(name))) {
                fields.add(new Field(name, before.get(name), after.get(name)));
            }
        }
        return fields;
    }

    private static JsonNode parsed(@Nullable String json) {
        try {
            return json == null ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("content of an article is no JSON", e);
        }
    }
}
