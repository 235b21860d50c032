package org.broadsheet.index;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.index.event.ArticleEvent.ArticleStored;
import org.broadsheet.index.event.ArticleEvent.ArticleWithdrawn;
import org.broadsheet.index.event.StoredArticle;
import org.broadsheet.index.event.StoredArticle.BodyPart;
import org.broadsheet.index.event.StoredArticle.Contributor;
import org.broadsheet.index.event.StoredArticle.Issue;
import org.broadsheet.index.index.ArticleDocument;
import org.jspecify.annotations.Nullable;

/// Event in, document out: the one place that knows both contracts.
final class ArticleDocuments {
    private static final Issue UNKNOWN = new Issue(null, null, null, null);

    private ArticleDocuments() {}

    static ArticleDocument of(ArticleWithdrawn event) {
        return new ArticleDocument.Withdrawn(
                event.articleId(), event.revision(), event.occurredAt());
    }

    static ArticleDocument of(ArticleStored event) {
        StoredArticle article = event.article();
        return new ArticleDocument.Live(
                article.id(),
                event.revision(),
                event.occurredAt(),
                article.contentHash(),
                article.kind(),
                origin(article),
                new ArticleDocument.Heading(
                        completable(article.column()),
                        article.kicker(),
                        completable(article.headline()),
                        article.deck()),
                signature(article),
                text(article),
                findings(article),
                article.fields(),
                article.lines());
    }

    private static ArticleDocument.Origin origin(StoredArticle article) {
        Issue given = article.issue();
        Issue issue = given == null ? UNKNOWN : given;
        return new ArticleDocument.Origin(
                article.file().name(),
                article.file().sha256(),
                issue.titleCode(),
                issue.titleName(),
                issue.date(),
                issue.edition(),
                article.page().id(),
                article.page().number(),
                article.page().name(),
                article.position());
    }

    private static ArticleDocument.Signature signature(StoredArticle article) {
        return new ArticleDocument.Signature(
                completable(article.byline().stream().map(Contributor::name)),
                article.byline().stream()
                        .map(author -> new ArticleDocument.Author(author.name(), author.role()))
                        .toList(),
                article.dateline(),
                article.source(),
                article.credit(),
                article.continuedFrom(),
                article.continuedTo());
    }

    private static ArticleDocument.Findings findings(StoredArticle article) {
        StoredArticle.Enrichment found = article.findings();
        return new ArticleDocument.Findings(
                completable(found.persons().stream()),
                completable(found.places().stream()),
                completable(found.organisations().stream()),
                found.keywords(),
                found.fingerprint(),
                Objects.requireNonNullElse(found.reprintKey(), article.id()));
    }

    private static ArticleDocument.Text text(StoredArticle article) {
        List<StoredArticle.Caption> captions = article.captions();
        return new ArticleDocument.Text(
                article.body().stream().map(BodyPart::text).collect(Collectors.joining("\n")),
                captions.stream()
                        .map(StoredArticle.Caption::text)
                        .collect(Collectors.joining("\n")),
                completable(
                        captions.stream()
                                .flatMap(caption -> caption.photographers().stream())
                                .distinct()),
                article.body().stream()
                        .map(p -> new ArticleDocument.Part(p.type(), p.text(), p.lines()))
                        .toList(),
                captions.stream()
                        .map(
                                c ->
                                        new ArticleDocument.Caption(
                                                c.text(), c.photographers(), c.lines()))
                        .toList());
    }

    /// Without the control characters that Elasticsearch keeps for itself in fields that complete
    /// what is typed. Bad fonts leave them in the text of pages, and one in a headline would cost
    /// the article.
    private static @Nullable String completable(@Nullable String text) {
        return text == null
                ? null
                : text.replace((char) 0x00, ' ')
                        .replace((char) 0x1E, ' ')
                        .replace((char) 0x1F, ' ');
    }

    private static List<String> completable(Stream<String> names) {
        return names.map(name -> Objects.requireNonNull(completable(name))).toList();
    }
}
