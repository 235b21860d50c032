package org.broadsheet.index.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import org.broadsheet.index.Examples;
import org.broadsheet.index.event.ArticleEvent.ArticleStored;
import org.broadsheet.index.event.ArticleEvent.ArticleWithdrawn;
import org.broadsheet.index.event.ArticleEvent.Undecodable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What ingest-service promises is what this service reads.
class ArticleEventContractTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EventDecoder decoder = new EventDecoder();
    private final JsonNode schema =
            json(Examples.file("contract/ingest/article-event.schema.json"));

    @ParameterizedTest
    @ValueSource(strings = {Examples.STORED, Examples.MINIMAL, Examples.WITHDRAWN})
    void everyExampleIsDecoded(String name) {
        assertThat(decode(json(Examples.event(name)))).isNotInstanceOf(Undecodable.class);
    }

    @Test
    void everyFieldThatWeReadIsPromised() {
        assertPromised(ArticleStored.class, schema.at("/$defs/ArticleStored"));
        assertPromised(ArticleWithdrawn.class, schema.at("/$defs/ArticleWithdrawn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Examples.STORED, Examples.MINIMAL, Examples.WITHDRAWN})
    void addedFieldChangesNothing(String name) {
        JsonNode example = json(Examples.event(name));
        ArticleEvent before = decode(example);
        JsonNode extended = example.deepCopy();
        addFieldEverywhere(extended, true);

        assertThat(extended).isNotEqualTo(example);
        assertThat(decode(extended)).isEqualTo(before);
    }

    @Test
    void unknownTypeIsUndecodable() {
        ObjectNode event = (ObjectNode) json(Examples.event(Examples.STORED));
        event.put("type", "ArticleCorrected");

        assertThat(decode(event)).isEqualTo(new Undecodable("unknown type: ArticleCorrected"));
    }

    /// A component that may not be null must be `required`; every component must be a property.
    private void assertPromised(Class<?> type, JsonNode promise) {
        List<String> required =
                JSON.convertValue(
                        promise.path("required"),
                        JSON.getTypeFactory().constructCollectionType(List.class, String.class));
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            assertThat(promise.path("properties").has(name)).as("%s.%s", type, name).isTrue();
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                assertThat(required).as("required in %s", type).contains(name);
            }
            Class<?> element = elementType(component);
            if (element.isRecord()) {
                assertPromised(element, resolved(promise.path("properties").path(name)));
            }
        }
    }

    private static Class<?> elementType(RecordComponent component) {
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType list) {
            type = list.getActualTypeArguments()[0];
        }
        return (Class<?>) type;
    }

    private JsonNode resolved(JsonNode promise) {
        JsonNode item = promise.has("items") ? promise.path("items") : promise;
        return item.has("$ref") ? schema.at(item.path("$ref").asText().substring(1)) : item;
    }

    /// Everywhere but in the evidence, which is carried as it is.
    private static void addFieldEverywhere(JsonNode node, boolean top) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> !field.getKey().equals("fields"))
                    .forEach(field -> addFieldEverywhere(field.getValue(), false));
            object.put(top ? "addedAtTheTop" : "added", "later");
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> addFieldEverywhere(item, false));
        }
    }

    private ArticleEvent decode(JsonNode event) {
        return decoder.decode(Examples.record(0, 0, event.toString()));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
