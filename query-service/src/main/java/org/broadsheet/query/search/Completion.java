package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch.core.search.FieldSuggester;
import co.elastic.clients.elasticsearch.core.search.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.article.IndexUnavailable;
import org.broadsheet.query.article.IndexUnavailable.Reason;

/// Completes what is being typed, from the index's completion fields.
@ApplicationScoped
class Completion {
    private static final int EACH = 5;

    /// In the order of the answer.
    private static final Map<String, IndexField> FIELDS = fields();

    private final ArticleIndex index;

    Completion(ArticleIndex index) {
        this.index = index;
    }

    /// Of every kind; an index of an older generation, which is being replaced, may lack some, and
    /// the answer names those.
    Suggestions of(String typed) {
        return index.inTime(
                () -> {
                    try {
                        return of(typed, FIELDS);
                    } catch (IndexUnavailable unavailable) {
                        if (unavailable.reason() != Reason.INDEX_OUTDATED) {
                            throw unavailable;
                        }
                        return of(typed, present());
                    }
                });
    }

    private Map<String, IndexField> present() {
        Map<String, IndexField> present = new LinkedHashMap<>(FIELDS);
        Set<String> paths = index.having(FIELDS.values().stream().map(IndexField::path).toList());
        present.values().removeIf(field -> !paths.contains(field.path()));
        return present;
    }

    private Suggestions of(String typed, Map<String, IndexField> fields) {
        Map<String, FieldSuggester> asked = new LinkedHashMap<>();
        fields.forEach((kind, field) -> asked.put(kind, suggester(field)));
        var answer =
                index.search(
                        request ->
                                request.size(0)
                                        // Else each suggestion would bring its whole article.
                                        .source(source -> source.fetch(false))
                                        .suggest(suggest -> suggest.text(typed).suggesters(asked)));
        List<Suggestions.Suggestion> found = new ArrayList<>();
        for (String kind : fields.keySet()) {
            for (Suggestion<ArticleDocument> suggestion :
                    answer.suggest().getOrDefault(kind, List.of())) {
                suggestion
                        .completion()
                        .options()
                        .forEach(
                                option ->
                                        found.add(new Suggestions.Suggestion(option.text(), kind)));
            }
        }
        List<String> lacking =
                FIELDS.keySet().stream().filter(kind -> !fields.containsKey(kind)).toList();
        return new Suggestions(typed, found, lacking, answer.took());
    }

    private static FieldSuggester suggester(IndexField field) {
        return FieldSuggester.of(
                suggester ->
                        suggester.completion(
                                completion ->
                                        completion
                                                .field(field.path())
                                                .size(EACH)
                                                .skipDuplicates(true)));
    }

    private static Map<String, IndexField> fields() {
        Map<String, IndexField> fields = new LinkedHashMap<>();
        fields.put("column", IndexField.COLUMN_SUGGEST);
        fields.put("author", IndexField.CONTRIBUTORS_SUGGEST);
        fields.put("person", IndexField.PERSONS_SUGGEST);
        fields.put("place", IndexField.PLACES_SUGGEST);
        fields.put("org", IndexField.ORGANISATIONS_SUGGEST);
        fields.put("headline", IndexField.HEADLINE_SUGGEST);
        return fields;
    }
}
