package org.broadsheet.query.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.Citation;

/// Writes articles one after the other and keeps none of them.
interface ArticleWriter extends Closeable {
    void write(ArticleDocument article) throws IOException;

    @Override
    default void close() throws IOException {}

    static ArticleWriter citations(OutputStream out, Function<Citation, String> form) {
        return article ->
                out.write(form.apply(Citation.of(article)).getBytes(StandardCharsets.UTF_8));
    }
}
