package org.broadsheet.query.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleKind;
import org.jspecify.annotations.Nullable;

/// An article as CSV and NDJSON have it: the columns in this order. Null is what its page does not
/// say.
@JsonPropertyOrder({"id", "kind"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportedArticle(
        String id,
        @Nullable ArticleKind kind,
        @Nullable String newspaper,
        @Nullable LocalDate date,
        @Nullable String edition,
        @Nullable Integer page,
        @Nullable String pageName,
        @Nullable Integer position,
        @Nullable String column,
        @Nullable String kicker,
        @Nullable String headline,
        @Nullable String deck,
        List<String> authors,
        @Nullable String dateline,
        @Nullable String source,
        @Nullable String credit,
        List<String> persons,
        List<String> places,
        List<String> organisations,
        @Nullable String file,
        @Nullable String body,
        @Nullable String caption) {
    static ExportedArticle of(ArticleDocument article) {
        return new ExportedArticle(
                article.id(),
                article.kind(),
                article.title(),
                article.date(),
                article.edition(),
                article.page(),
                article.pageName(),
                article.position(),
                article.column(),
                article.kicker(),
                article.headline(),
                article.deck(),
                article.authors(),
                article.dateline(),
                article.source(),
                article.credit(),
                article.persons(),
                article.places(),
                article.organisations(),
                article.file(),
                article.body(),
                article.caption());
    }
}
