package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.BoundaryScanner;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import org.broadsheet.query.syntax.Field;
import org.broadsheet.query.syntax.ReadQuery;

/// A search as Elasticsearch is asked it: query, filters, order, marks, and which parts of the
/// documents to bring.
final class ArticleQuestion {
    private static final int BODY_FRAGMENTS = 2;
    private static final int BODY_FRAGMENT_CHARACTERS = 90;

    private ArticleQuestion() {}

    static SearchRequest.Builder ask(SearchQuery search, SearchRequest.Builder request) {
        request.query(query(search))
                .postFilter(FacetFilters.of(search.choices()))
                .aggregations(new Counting(search).questions())
                // Scores are answered whatever the order.
                .trackScores(true)
                .trackTotalHits(total -> total.enabled(true))
                .size(search.limit())
                .source(source -> source.filter(f -> f.excludes(IndexField.heavy())))
                .highlight(marks(search.read()));
        return slice(search, request);
    }

    /// From an offset, or from a cursor, which knows no wall.
    static SearchRequest.Builder slice(SearchQuery search, SearchRequest.Builder request) {
        Cursor cursor = search.cursor();
        HitOrder order = HitOrder.of(search.effectiveOrder());
        if (cursor == null) {
            return request.sort(order.sort()).from(search.offset());
        }
        return request.searchAfter(cursor.after())
                .sort(cursor.backwards() ? order.reversed().sort() : order.sort());
    }

    /// What was read, within the filters; a text in which nothing can be looked for (？？) finds
    /// nothing.
    static Query query(SearchQuery search) {
        List<Query> asked = search.read().node().map(QueryClauses::of).stream().toList();
        if (asked.isEmpty() && !search.read().isBlank()) {
            return Query.of(query -> query.matchNone(none -> none));
        }
        return Query.of(
                query -> query.bool(bool -> bool.must(asked).filter(ArticleFilters.of(search))));
    }

    /// Marks come back in text that is safe in a page.
    static Highlight marks(ReadQuery read) {
        return Highlight.of(
                highlight ->
                        highlight
                                .type(HighlighterType.Unified)
                                .encoder(HighlighterEncoder.Html)
                                .preTags(Highlights.OPEN)
                                .postTags(Highlights.CLOSE)
                                .fields(
                                        headlineMarks(marked(read, Field.HEADLINE)),
                                        bodyMarks(marked(read, Field.BODY))));
    }

    private static Query marked(ReadQuery read, Field text) {
        List<Query> marks = QueryClauses.marks(read, text);
        return marks.isEmpty()
                ? Query.of(query -> query.matchNone(none -> none))
                : QueryClauses.any(marks);
    }

    /// The whole headline, marked by characters, pairs and words.
    private static NamedValue<HighlightField> headlineMarks(Query marked) {
        return NamedValue.of(
                IndexField.HEADLINE.path(),
                HighlightField.of(
                        field ->
                                field.highlightQuery(marked)
                                        .matchedFields(
                                                IndexField.HEADLINE.path(),
                                                IndexField.HEADLINE_PAIRS.path(),
                                                IndexField.HEADLINE_WORDS.path())
                                        .numberOfFragments(0)));
    }

    /// The best sentences of the body; its beginning where nothing in it is marked.
    private static NamedValue<HighlightField> bodyMarks(Query marked) {
        return NamedValue.of(
                IndexField.BODY.path(),
                HighlightField.of(
                        field ->
                                field.highlightQuery(marked)
                                        .matchedFields(
                                                IndexField.BODY.path(),
                                                IndexField.BODY_PAIRS.path(),
                                                IndexField.BODY_WORDS.path())
                                        .numberOfFragments(BODY_FRAGMENTS)
                                        .fragmentSize(BODY_FRAGMENT_CHARACTERS)
                                        .boundaryScanner(BoundaryScanner.Sentence)
                                        .boundaryScannerLocale("zh-CN")
                                        .noMatchSize(BODY_FRAGMENT_CHARACTERS)));
    }
}
