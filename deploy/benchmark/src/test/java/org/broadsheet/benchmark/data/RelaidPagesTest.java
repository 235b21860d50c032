package org.broadsheet.benchmark.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.benchmark.data.ArticleEventStream.Event;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelaidPagesTest {
    private static final Path SEEDS = Path.of("../../seeds");
    private static final int PAGES = 40;

    private final RelaidPages pages = new RelaidPages(SEEDS, 1);

    @Test
    void pageIsTheSameWhateverElseIsMade() {
        RelaidPages.Page page = pages.page(17);

        assertThat(new RelaidPages(SEEDS, 1).page(17)).isEqualTo(page);
        assertThat(new RelaidPages(SEEDS, 2).page(17).text()).isNotEqualTo(page.text());
        assertThat(page.name()).isEqualTo("东胜周刊/2000-01-01/2.txt");
    }

    @Test
    void parserFindsArticlesWithTheirHeadlinesAndAuthors() {
        int articles = 0;
        int headlines = 0;
        int authors = 0;
        Set<String> texts = new HashSet<>();
        for (int number = 0; number < PAGES; number++) {
            String text = pages.page(number).text();
            for (Article article :
                    new PageParser().parse(PageText.pagesOf(text).getFirst()).articles()) {
                articles++;
                headlines += article.headline() == null ? 0 : 1;
                authors += article.byline() == null ? 0 : 1;
                texts.add(article.body().toString());
            }
        }

        assertThat(articles).isBetween(4 * PAGES, 10 * PAGES);
        assertThat(headlines).isGreaterThan(articles / 2);
        assertThat(authors).isGreaterThan(articles / 2);
        assertThat(texts).hasSize(articles);
    }

    @Test
    void pagesLieWhereADropFolderTellsWhatTheyAre(@TempDir Path folder) throws IOException {
        pages.write(folder, 10);

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(10);
        }
        assertThat(folder.resolve("河套日报/2000-01-01/8.txt")).hasContent(pages.page(7).text());
    }

    @Test
    void eventsOfAPageHaveIdsOfTheirOwn() {
        ArticleEventStream events = new ArticleEventStream(pages);
        Set<String> ids = new HashSet<>();
        for (int page = 0; page < 5; page++) {
            for (Event event : events.nextPage()) {
                assertThat(ids.add(event.key())).as(event.key()).isTrue();
                assertThat(event.value())
                        .startsWith("{\"type\":\"ArticleStored\"")
                        .contains("\"id\":\"" + event.key() + "\"");
            }
        }
        assertThat(events.pages()).isEqualTo(5);
    }

    @Test
    void queriesAreTheSameInEveryRun() {
        List<String> searches = Queries.searches(pages, 50);

        assertThat(searches).hasSize(50).isEqualTo(Queries.searches(pages, 50));
        assertThat(searches).allMatch(search -> search.startsWith("/api/search?q="));
        assertThat(Queries.suggestions(pages, 50))
                .hasSize(50)
                .allMatch(typed -> typed.startsWith("/api/suggest?q="));
    }
}
