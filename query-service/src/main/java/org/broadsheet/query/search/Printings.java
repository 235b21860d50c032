package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.SourceFilter;
import co.elastic.clients.json.JsonData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.article.Articles;

/// Where else the text of an article was printed: in the whole archive, whatever the search at hand
/// is narrowed to.
@ApplicationScoped
public class Printings {
    /// How many of the others are named.
    private static final int NAMED_MAX = 10;

    private static final String TEXTS = "texts";
    private static final String FIRST = "first";

    private final ArticleIndex index;
    private final Articles articles;

    Printings(ArticleIndex index, Articles articles) {
        this.index = index;
        this.articles = articles;
    }

    /// The other printings of a text.
    ///
    /// @param count how many there are
    /// @param named the oldest of them
    public record Others(long count, List<Printing> named) {
        static final Others NONE = new Others(0, List.of());

        public Others {
            named = List.copyOf(named);
        }
    }

    /// The other printings of one article's text.
    public Others of(String id) {
        return index.inTime(() -> of(List.of(articles.document(id))).getOrDefault(id, Others.NONE));
    }

    /// Hits as they are shown, each with the other printings of its text.
    List<ArticleHit> shown(List<Hit<ArticleDocument>> hits) {
        Map<String, Others> others = of(hits.stream().map(Printings::found).toList());
        return hits.stream().map(hit -> shown(hit, others)).toList();
    }

    private static ArticleHit shown(Hit<ArticleDocument> hit, Map<String, Others> others) {
        ArticleDocument article = found(hit);
        return ArticleHit.of(
                article,
                others.getOrDefault(article.id(), Others.NONE),
                Objects.requireNonNullElse(hit.score(), 0.0),
                Highlights.of(hit.highlight()));
    }

    private static ArticleDocument found(Hit<ArticleDocument> hit) {
        return Objects.requireNonNull(hit.source(), "source was asked for");
    }

    /// The other printings of each article's text, by its id; nothing for what was printed once.
    Map<String, Others> of(Collection<ArticleDocument> found) {
        Map<String, ArticleDocument> byId =
                found.stream()
                        .filter(article -> article.reprintKey() != null)
                        .collect(
                                Collectors.toMap(
                                        ArticleDocument::id, Function.identity(), (a, _) -> a));
        if (byId.isEmpty()) {
            return Map.of();
        }
        List<String> texts =
                byId.values().stream()
                        .map(article -> Objects.requireNonNull(article.reprintKey()))
                        .distinct()
                        .toList();
        Map<String, StringTermsBucket> printed = printed(texts);
        Map<String, Others> others = new HashMap<>();
        byId.forEach(
                (id, article) -> {
                    StringTermsBucket all = printed.get(article.reprintKey());
                    if (all != null) {
                        others.put(id, others(id, all));
                    }
                });
        return others;
    }

    private static Others others(String id, StringTermsBucket all) {
        Aggregate first = Objects.requireNonNull(all.aggregations().get(FIRST), FIRST);
        List<Printing> named =
                first.topHits().hits().hits().stream()
                        .map(Printings::document)
                        .filter(document -> !document.id().equals(id))
                        .limit(NAMED_MAX)
                        .map(Printing::of)
                        .toList();
        return new Others(all.docCount() - 1, named);
    }

    private static ArticleDocument document(Hit<JsonData> hit) {
        return Objects.requireNonNull(hit.source(), "source was asked for")
                .to(ArticleDocument.class);
    }

    /// What was printed more than once, by its text.
    private Map<String, StringTermsBucket> printed(List<String> texts) {
        List<SortOptions> oldest = HitOrder.of(SearchOrder.OLDEST).sort();
        Aggregation first =
                Aggregation.of(
                        agg ->
                                agg.topHits(
                                        top ->
                                                top.size(NAMED_MAX + 1)
                                                        .sort(oldest)
                                                        .source(s -> s.filter(Printings::place))));
        Aggregation counted =
                Aggregation.of(
                        agg ->
                                agg.terms(
                                                terms ->
                                                        terms.field(IndexField.REPRINT_KEY.path())
                                                                .minDocCount(2)
                                                                .size(texts.size()))
                                        .aggregations(FIRST, first));
        Aggregate answer =
                index.search(
                                request ->
                                        request.size(0)
                                                .query(of(texts))
                                                .aggregations(TEXTS, counted))
                        .aggregations()
                        .get(TEXTS);
        return answer == null
                ? Map.of()
                : answer.sterms().buckets().array().stream()
                        .collect(Collectors.toMap(b -> b.key().stringValue(), Function.identity()));
    }

    private static SourceFilter.Builder place(SourceFilter.Builder filter) {
        return filter.includes(
                List.of(
                        IndexField.ID.path(),
                        IndexField.TITLE_NAME.path(),
                        IndexField.TITLE_CODE.path(),
                        IndexField.DATE.path(),
                        IndexField.PAGE.path(),
                        IndexField.PAGE_NAME.path()));
    }

    private static Query of(List<String> texts) {
        return QueryClauses.both(ArticleFilters.printed(), are(texts));
    }

    /// Printings of one of these texts.
    static Query are(Collection<String> texts) {
        List<FieldValue> values = texts.stream().map(FieldValue::of).toList();
        return Query.of(
                query ->
                        query.terms(
                                terms ->
                                        terms.field(IndexField.REPRINT_KEY.path())
                                                .terms(in -> in.value(values))));
    }
}
