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
import java.util.Map;
import org.broadsheet.query.syntax.Field;
import org.broadsheet.query.syntax.ReadQuery;

/// A search as Elasticsearch is asked it: query, filters, order, marks, and which parts of the
/// documents to bring.
final class ArticleQuestion {
    /// How far Elasticsearch goes without a cursor (`index.max_result_window`).
    static final int WINDOW = 10_000;

    /// How far into a text marks are looked for. Beyond what the index allows
    /// (`index.highlight.max_analyzed_offset`) a long text would make the search fail.
    private static final int MARKED_CHARACTERS_MAX = 1_000_000;

    private static final int BODY_FRAGMENTS = 2;
    private static final int BODY_FRAGMENT_CHARACTERS = 90;

    private ArticleQuestion() {}

    /// Hits from an offset, one more than asked for, to see whether there are more.
    static SearchRequest.Builder first(SearchQuery search, SearchRequest.Builder request) {
        if (search.reprints() == Reprints.TOGETHER) {
            request.collapse(text -> text.field(IndexField.REPRINT_KEY.path()));
        }
        return shown(search, counted(search, request))
                .query(query(search))
                .sort(HitOrder.of(search.effectiveOrder()).sort())
                .from(search.offset())
                .size(Math.min(search.limit() + 1, WINDOW - search.offset()));
    }

    /// Hits beside a cursor, which knows no wall; one more than asked for.
    static SearchRequest.Builder beside(
            SearchQuery search, Cursor cursor, SearchRequest.Builder request) {
        return shown(search, counted(search, after(search, cursor, request))).query(query(search));
    }

    /// The same without what is shown of a hit.
    ///
    /// @param known texts of which other printings are left out, with the id of the one that is not
    static SearchRequest.Builder places(
            SearchQuery search,
            Cursor cursor,
            Map<String, String> known,
            SearchRequest.Builder request) {
        after(search, cursor, request)
                .postFilter(FacetFilters.of(search.choices()))
                .source(
                        source ->
                                source.filter(
                                        f ->
                                                f.includes(
                                                        IndexField.ID.path(),
                                                        IndexField.REPRINT_KEY.path())));
        return known.isEmpty()
                ? counted(search, request).query(query(search))
                : request.query(leavingOut(known, query(search)))
                        .trackTotalHits(total -> total.enabled(false));
    }

    /// The first printing of each of these texts, in the order of the search.
    static SearchRequest.Builder leading(
            SearchQuery search, List<String> texts, SearchRequest.Builder request) {
        return shown(search, request)
                .query(within(query(search), Printings.are(texts)))
                .postFilter(FacetFilters.of(search.choices()))
                .collapse(text -> text.field(IndexField.REPRINT_KEY.path()))
                .sort(HitOrder.of(search.effectiveOrder()).sort())
                .trackTotalHits(total -> total.enabled(false))
                .size(texts.size());
    }

    private static SearchRequest.Builder after(
            SearchQuery search, Cursor cursor, SearchRequest.Builder request) {
        HitOrder order = HitOrder.of(search.effectiveOrder());
        return request.searchAfter(cursor.after())
                .sort(cursor.backwards() ? order.reversed().sort() : order.sort())
                .size(search.limit() + 1);
    }

    private static SearchRequest.Builder counted(
            SearchQuery search, SearchRequest.Builder request) {
        return request.postFilter(FacetFilters.of(search.choices()))
                .aggregations(new Counting(search).questions())
                .trackTotalHits(total -> total.enabled(true));
    }

    private static SearchRequest.Builder shown(SearchQuery search, SearchRequest.Builder request) {
        // Scores are answered whatever the order.
        return request.trackScores(true)
                .source(source -> source.filter(f -> f.excludes(IndexField.heavy())))
                .highlight(marks(search.read()));
    }

    private static Query leavingOut(Map<String, String> known, Query query) {
        Query others =
                Query.of(
                        q ->
                                q.bool(
                                        bool ->
                                                bool.filter(Printings.are(known.keySet()))
                                                        .mustNot(
                                                                id ->
                                                                        id.ids(
                                                                                ids ->
                                                                                        ids.values(
                                                                                                List
                                                                                                        .copyOf(
                                                                                                                known
                                                                                                                        .values()))))));
        return Query.of(q -> q.bool(bool -> bool.must(query).mustNot(others)));
    }

    private static Query within(Query query, Query filter) {
        return Query.of(q -> q.bool(bool -> bool.must(query).filter(filter)));
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
                                .maxAnalyzedOffset(MARKED_CHARACTERS_MAX)
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
