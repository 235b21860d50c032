package org.broadsheet.ingest;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;

/// All the words of an article as one text, to know it again by.
final class ArticleText {
    private ArticleText() {}

    static String of(Article article) {
        List<String> words = new ArrayList<>();
        if (article.headline() != null) {
            words.add(article.headline().value());
        }
        article.body().stream().map(BodyPart::text).forEach(words::add);
        article.captions().stream().map(Caption::text).forEach(words::add);
        if (words.isEmpty() && article.source() != null) {
            words.add(article.source().value());
        }
        return String.join("\n", words);
    }
}
