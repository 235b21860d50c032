package org.broadsheet.query.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import org.broadsheet.query.article.ArticleDocument;

/// One line of JSON for each article.
final class NdjsonWriter implements ArticleWriter {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final OutputStream out;

    NdjsonWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(ArticleDocument article) throws IOException {
        out.write(JSON.writeValueAsBytes(ExportedArticle.of(article)));
        out.write('\n');
    }
}
