package org.broadsheet.query.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Articles by their id. A withdrawn one is not there.
@ApplicationScoped
public class Articles {
    private final ArticleIndex index;

    Articles(ArticleIndex index) {
        this.index = index;
    }

    /// The article, or [UnknownArticle].
    public Article require(String id) {
        return Article.of(document(id));
    }

    /// The article's document, or [UnknownArticle].
    public ArticleDocument document(String id) {
        return Optional.ofNullable(index.get(id).source())
                .filter(document -> !document.withdrawn())
                .orElseThrow(() -> new UnknownArticle(id));
    }
}
