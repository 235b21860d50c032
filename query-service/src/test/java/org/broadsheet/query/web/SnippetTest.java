package org.broadsheet.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.query.web.HitView.Snippet;
import org.junit.jupiter.api.Test;

/// A place in a body, as a hit shows it.
class SnippetTest {
    private static final String LONG = "字".repeat(60);

    @Test
    void placeThatBeginsBehindACommaBeginsWithTheNextWord() {
        assertThat(Snippet.of("，突出<em>党建</em>领航作用。").html()).isEqualTo("突出<em>党建</em>领航作用。");
        assertThat(Snippet.of("”，他说。").html()).isEqualTo("他说。");
    }

    @Test
    void openingMarksStay() {
        assertThat(Snippet.of("“两学一做”学习教育").html()).isEqualTo("“两学一做”学习教育");
        assertThat(Snippet.of("（记者 <em>沈渡川</em>）").html()).isEqualTo("（记者 <em>沈渡川</em>）");
    }

    @Test
    void longPlaceWithoutAnEndIsCut() {
        assertThat(Snippet.of(LONG).cut()).isTrue();
        assertThat(Snippet.of(LONG + "。").cut()).isFalse();
        assertThat(Snippet.of("<em>短</em>").cut()).isFalse();
    }
}
