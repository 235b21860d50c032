package org.broadsheet.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.index.event.ArticleEvent;
import org.broadsheet.index.event.ArticleEvent.ArticleStored;
import org.broadsheet.index.event.ArticleEvent.ArticleWithdrawn;
import org.broadsheet.index.event.ArticleEvent.Undecodable;
import org.broadsheet.index.event.EventDecoder;
import org.broadsheet.index.index.ArticleDocument;
import org.broadsheet.index.index.DocumentWrite;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of the one contract become the examples of the other, to the byte.
class ArticleDocumentsTest {
    @ParameterizedTest
    @CsvSource({
        "article-stored, article",
        "article-stored-minimal, article-minimal",
        "article-withdrawn, withdrawn"
    })
    void eventBecomesItsDocument(String event, String document) {
        ArticleEvent decoded =
                new EventDecoder().decode(Examples.record(0, 0, Examples.event(event)));

        DocumentWrite write = DocumentWrite.of(documentOf(decoded));

        assertThat(write.text().lines())
                .containsExactly(
                        """
                        {"index":{"_id":"%s","version":%d,"version_type":"external"}}"""
                                .formatted(write.id(), write.revision()),
                        Examples.document(document));
    }

    private static ArticleDocument documentOf(ArticleEvent event) {
        return switch (event) {
            case ArticleStored stored -> ArticleDocuments.of(stored);
            case ArticleWithdrawn withdrawn -> ArticleDocuments.of(withdrawn);
            case Undecodable(String reason) -> throw new AssertionError(reason);
        };
    }
}
