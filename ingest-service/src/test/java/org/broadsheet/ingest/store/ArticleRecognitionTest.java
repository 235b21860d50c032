package org.broadsheet.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleRecognitionTest {
    private static final String HARBOUR = "码头的吊车今天仍然停着，双方约定中午再谈。";
    private static final String SCHOOL = "新学年开始，全市中小学校迎来三万名新生。";

    @Test
    void articleIsKnownAgainWhereverItStands() {
        var matched =
                ArticleRecognition.match(
                        List.of(SCHOOL, HARBOUR),
                        List.of(known("p-01", HARBOUR), known("p-02", SCHOOL)));

        assertThat(matched.get(0)).extracting(KnownArticle::id).isEqualTo("p-02");
        assertThat(matched.get(1)).extracting(KnownArticle::id).isEqualTo("p-01");
    }

    @Test
    void articleWithAChangedSentenceIsStillTheSame() {
        var matched =
                ArticleRecognition.match(
                        List.of("码头的吊车今天又动了，双方约定中午再谈。"), List.of(known("p-01", HARBOUR)));

        assertThat(matched).containsKey(0);
    }

    @Test
    void otherTextIsANewArticle() {
        assertThat(ArticleRecognition.match(List.of(SCHOOL), List.of(known("p-01", HARBOUR))))
                .isEmpty();
    }

    @Test
    void oneKnownArticleIsNotTwoArticlesNow() {
        var matched =
                ArticleRecognition.match(
                        List.of(HARBOUR, HARBOUR), List.of(known("p-01", HARBOUR)));

        assertThat(matched).hasSize(1);
    }

    @Test
    void livingArticleIsPreferredToAWithdrawnOne() {
        KnownArticle gone = new KnownArticle("p-01", 1, true, "", HARBOUR);
        KnownArticle living = new KnownArticle("p-02", 2, false, "", HARBOUR);

        assertThat(ArticleRecognition.match(List.of(HARBOUR), List.of(gone, living)))
                .containsEntry(0, living);
    }

    @Test
    void oneCharacterIsKnownAgain() {
        assertThat(ArticleRecognition.match(List.of("讯"), List.of(known("p-01", "讯")))).hasSize(1);
    }

    private static KnownArticle known(String id, String text) {
        return new KnownArticle(id, 1, false, "", text);
    }
}
