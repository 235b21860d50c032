package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.article.Articles;

/// Articles that share the words that matter with another one.
@ApplicationScoped
public class SimilarArticles {
    private static final int FOUND_MAX = 10;
    private static final int TERMS_MAX = 30;
    private static final String TERMS_REQUIRED = "25%";

    /// What is compared of a long article.
    private static final int CHARACTERS_MAX = 4000;

    private final Articles articles;
    private final ArticleIndex index;
    private final Printings printings;

    SimilarArticles(Articles articles, ArticleIndex index, Printings printings) {
        this.printings = printings;
        this.articles = articles;
        this.index = index;
    }

    /// The most similar first, each text once, without other printings of this one.
    public List<ArticleHit> to(String id) {
        return index.inTime(() -> to(articles.document(id)));
    }

    private List<ArticleHit> to(ArticleDocument article) {
        String text =
                Stream.of(article.headline(), article.deck(), article.body(), article.caption())
                        .filter(Objects::nonNull)
                        .reduce("", (a, b) -> a + "\n" + b);
        if (text.isBlank()) {
            return List.of();
        }
        String compared = text.substring(0, Math.min(text.length(), CHARACTERS_MAX));
        Query alike =
                Query.of(
                        query ->
                                query.bool(
                                        bool ->
                                                bool.must(like(compared))
                                                        .filter(ArticleFilters.printed())
                                                        .mustNot(same(article))));
        return printings.shown(
                index.search(
                                request ->
                                        request.query(alike)
                                                .collapse(
                                                        key ->
                                                                key.field(
                                                                        IndexField.REPRINT_KEY
                                                                                .path()))
                                                .size(FOUND_MAX)
                                                .source(
                                                        s ->
                                                                s.filter(
                                                                        f ->
                                                                                f.excludes(
                                                                                        IndexField
                                                                                                .heavy()))))
                        .hits()
                        .hits());
    }

    private static Query like(String text) {
        return Query.of(
                query ->
                        query.moreLikeThis(
                                like ->
                                        like.fields(IndexField.BODY_WORDS.path())
                                                .like(of -> of.text(text))
                                                .minTermFreq(2)
                                                .minDocFreq(2)
                                                .minWordLength(2)
                                                .maxQueryTerms(TERMS_MAX)
                                                .minimumShouldMatch(TERMS_REQUIRED)));
    }

    private static List<Query> same(ArticleDocument article) {
        List<Query> same = new ArrayList<>();
        same.add(ArticleFilters.is(IndexField.ID, article.id()));
        String key = article.reprintKey();
        if (key != null) {
            same.add(ArticleFilters.is(IndexField.REPRINT_KEY, key));
        }
        return same;
    }
}
