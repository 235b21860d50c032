package org.broadsheet.query.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/// A feed as JSON Feed 1.1.
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String homePageUrl,
        @JsonProperty("feed_url") String feedUrl,
        List<Item> items) {
    /// One article.
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String contentText,
            @JsonProperty("date_published") Instant datePublished,
            List<Author> authors) {}

    /// Who wrote it.
    record Author(String name) {}

    static JsonFeed of(Feed feed) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                feed.page().toString(),
                feed.self().toString(),
                feed.articles().stream()
                        .map(
                                article ->
                                        new Item(
                                                feed.address(article),
                                                feed.address(article),
                                                Feed.heading(article),
                                                AtomFeed.summary(article),
                                                Feed.updated(article),
                                                article.authors().stream()
                                                        .map(Author::new)
                                                        .toList()))
                        .toList());
    }
}
