package org.broadsheet.index.index;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The promise to query-service: settings and mapping of the index, read from the contract file,
/// and the words of this archive that the configuration adds.
///
/// @param alias name that searches use
/// @param generation from the mapping's `_meta`: raised with every change that an index cannot take
/// @param definition settings and mappings as in the file
public record IndexContract(String alias, int generation, ObjectNode definition) {
    private static final int SHARDS_MAX = 1_024;
    private static final JsonPointer INDEX = JsonPointer.compile("/settings/index");
    private static final JsonPointer WORDS =
            JsonPointer.compile("/settings/analysis/tokenizer/word/words");
    private static final JsonPointer SYNONYMS =
            JsonPointer.compile("/settings/analysis/filter/synonym/synonyms");

    public IndexContract {
        if (generation < 1) {
            throw new IllegalArgumentException("contract names no generation: " + generation);
        }
    }

    /// Reads the file that the configuration names.
    ///
    /// @throws IllegalArgumentException if `index.shards` is a number that no index can have
    public static IndexContract read(IndexConfig config) {
        if (config.shards() < 1 || config.shards() > SHARDS_MAX) {
            throw new IllegalArgumentException(
                    "index.shards must be from 1 to %d, not %d"
                            .formatted(SHARDS_MAX, config.shards()));
        }
        ClassLoader loader = IndexContract.class.getClassLoader();
        try (InputStream file = loader.getResourceAsStream(config.contract())) {
            if (file == null) {
                throw new IllegalStateException("not on the class path: " + config.contract());
            }
            ObjectNode definition = (ObjectNode) JsonMapper.builder().build().readTree(file);
            definition.withObject(INDEX).put("number_of_shards", config.shards());
            config.words().ifPresent(words -> set(definition, WORDS, words));
            config.synonyms().ifPresent(sets -> set(definition, SYNONYMS, sets));
            int generation = definition.at("/mappings/_meta/generation").asInt();
            return new IndexContract(config.alias(), generation, definition);
        } catch (IOException e) {
            throw new UncheckedIOException("not readable: " + config.contract(), e);
        }
    }

    private static void set(ObjectNode definition, JsonPointer list, List<String> values) {
        ArrayNode stated = (ArrayNode) definition.at(list);
        values.forEach(stated::add);
    }

    /// The index of this generation.
    String index() {
        return alias + "-" + generation;
    }

    /// The name that is written to. It is an alias, and writes demand one: so a write to an index
    /// that is gone fails, and never makes an index without our mapping.
    String writeAlias() {
        return index() + "-write";
    }

    /// Searches do not see withdrawn articles.
    static Map<String, Object> liveOnly() {
        return Map.of("filter", Map.of("term", Map.of("withdrawn", false)));
    }

    /// Fields that an existing mapping lacks or defines in another way; none if it can hold every
    /// document of the contract. Fields that it has besides do no harm.
    List<String> unmetBy(JsonNode mappings) {
        List<String> unmet = new ArrayList<>();
        JsonNode wanted = definition.at("/mappings/properties");
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (!field.getValue().equals(mappings.path("properties").path(field.getKey()))) {
                unmet.add(field.getKey());
            }
        }
        return unmet;
    }

    boolean isSameAs(JsonNode mappings) {
        return definition.path("mappings").equals(mappings);
    }

    /// Hands the contract to whoever asks, read once.
    @Singleton
    static class Source {
        @Produces
        @Singleton
        IndexContract contract(IndexConfig config) {
            return read(config);
        }
    }
}
