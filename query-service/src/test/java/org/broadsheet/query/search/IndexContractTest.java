package org.broadsheet.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.broadsheet.query.article.ArticleDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What we read of the index, against what index-service promises of it.
class IndexContractTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @EnumSource
    void fieldThatASearchNamesIsInTheMapping(IndexField field) throws IOException {
        String[] steps = field.path().split("\\.", -1);
        JsonNode mapped = properties().path(steps[0]);
        if (steps.length > 1) {
            mapped = mapped.path("fields").path(steps[1]);
        }

        assertThat(mapped.isObject()).as(field.path()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Facet.class,
            names = {"YEAR", "MONTH", "PAGE", "KIND"},
            mode = EnumSource.Mode.EXCLUDE)
    void valueThatAFacetShowsIsNoLongerThanAParameterMayBe(Facet facet) throws IOException {
        JsonNode mapped = properties().path(facet.field().path());

        assertThat(mapped.path("ignore_above").asInt()).isEqualTo(ParameterValue.LENGTH_MAX);
    }

    /// Those without a component are copied together from several.
    @ParameterizedTest
    @EnumSource
    void facetIsMultipleWhereAnArticleMayHaveSeveralValues(Facet facet) throws IOException {
        boolean single =
                Arrays.stream(ArticleDocument.class.getRecordComponents())
                        .filter(component -> component.getName().equals(facet.field().path()))
                        .anyMatch(component -> component.getType() != List.class);

        assertThat(facet.isMultiple()).isEqualTo(!single);
        if (single) {
            assertThat(properties().findValues("copy_to").toString())
                    .doesNotContain('"' + facet.field().path() + '"');
        }
    }

    @ParameterizedTest
    @MethodSource("components")
    void fieldThatWeReadIsInTheMapping(String name) throws IOException {
        assertThat(properties().has(name)).as(name).isTrue();
    }

    static String[] components() {
        return Arrays.stream(ArticleDocument.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"article.json", "article-minimal.json", "withdrawn.json"})
    void exampleIsRead(String name) throws IOException {
        JsonNode example = read("examples/" + name);

        ArticleDocument document = JSON.treeToValue(example, ArticleDocument.class);

        assertThat(document.id()).isEqualTo(example.get("id").textValue());
        assertThat(document.withdrawn()).isEqualTo(example.get("withdrawn").booleanValue());
        assertThat(document.lines()).hasSize(example.path("lines").size());
        assertThat(document.parts()).hasSize(example.path("parts").size());
    }

    private static JsonNode properties() throws IOException {
        return read("articles.index.json").path("mappings").path("properties");
    }

    private static JsonNode read(String name) throws IOException {
        String path = "/contract/index/" + name;
        try (InputStream in = IndexContractTest.class.getResourceAsStream(path)) {
            return JSON.readTree(Objects.requireNonNull(in, path));
        }
    }
}
