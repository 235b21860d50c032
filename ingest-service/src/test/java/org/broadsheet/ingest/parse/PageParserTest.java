package org.broadsheet.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.ingest.issue.Contributor;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

class PageParserTest {
    private final PageParser parser = new PageParser();

    @Test
    void anEmptyPageHasNoArticles() {
        ParsedPage page = parser.parse(new PageText(List.of(), 1));

        assertThat(page.articles()).isEmpty();
    }

    @Test
    void aBylineMarkOpensAnArticle() {
        ParsedPage page =
                parser.parse(
                        new PageText(
                                List.of("□马会淋", "", "在这片土地上，人们耕耘。", "", "□吕姝沂", "", "近年来，支部工作。"),
                                1));

        assertThat(page.articles())
                .flatExtracting(article -> Objects.requireNonNull(article.byline()).value())
                .extracting(Contributor::name)
                .containsExactly("马会淋", "吕姝沂");
    }
}
