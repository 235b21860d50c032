package org.broadsheet.query.export;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.broadsheet.query.article.ArticleDocument;

/// What a feed tells, whatever its form.
///
/// @param text what is looked for
/// @param self the feed's own address
/// @param page the same search as a page
/// @param base where the service is
record Feed(String text, URI self, URI page, URI base, List<ArticleDocument> articles) {
    Feed {
        articles = List.copyOf(articles);
    }

    String title() {
        return text.isEmpty() ? "Broadsheet" : "Broadsheet: " + text;
    }

    String address(ArticleDocument article) {
        return base.resolve("/articles/" + encoded(article.id())).toString();
    }

    static String heading(ArticleDocument article) {
        String headline = article.headline();
        return headline != null
                ? headline
                : Objects.requireNonNullElse(article.standIn(), article.id());
    }

    static Instant updated(ArticleDocument article) {
        return Objects.requireNonNullElse(article.occurredAt(), Instant.EPOCH);
    }

    Instant updated() {
        return articles.stream().map(Feed::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    /// Changes when an article comes, goes or is revised.
    String mark() {
        return Integer.toHexString(
                articles.stream().map(a -> a.id() + "@" + a.revision()).toList().hashCode());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
