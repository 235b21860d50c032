package org.broadsheet.benchmark.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.broadsheet.ingest.event.ArticleEvent.ArticleStored;
import org.broadsheet.ingest.event.ArticleEvents;
import org.broadsheet.ingest.event.ArticlePlace;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;

/// Pages as the events that ingest-service would publish of them: parsed, enriched and written by
/// its own code.
public final class ArticleEventStream {
    private static final Instant ARRIVED = Instant.parse("2026-01-01T00:00:00Z");

    private final RelaidPages pages;
    private long next;

    public ArticleEventStream(RelaidPages pages) {
        this.pages = pages;
    }

    /// An event.
    ///
    /// @param key the article's id
    /// @param value JSON
    public record Event(String key, String value) {}

    /// How many pages have been read.
    public long pages() {
        return next;
    }

    /// The events of the next page.
    public List<Event> nextPage() {
        RelaidPages.Page page = pages.page(next);
        String pageId = "b" + next;
        String sha256 = HexFormat.of().toHexDigits(next).repeat(4);
        IssueMetadata metadata =
                new IssueMetadata(null, page.newspaper(), page.date(), null, page.number(), null);
        List<Article> articles =
                new PageParser().parse(PageText.pagesOf(page.text()).getFirst()).articles();
        List<Event> events = new ArrayList<>();
        for (int position = 1; position <= articles.size(); position++) {
            ArticlePlace place =
                    new ArticlePlace(
                            pageId + "-" + position,
                            page.name(),
                            sha256,
                            pageId,
                            position,
                            metadata);
            ArticleStored event =
                    new ArticleStored(
                            new UUID(next, position),
                            ARRIVED.plusSeconds(next),
                            1,
                            ArticleEvents.article(place, articles.get(position - 1)));
            events.add(new Event(event.articleId(), ArticleEvents.json(event)));
        }
        next++;
        return events;
    }
}
