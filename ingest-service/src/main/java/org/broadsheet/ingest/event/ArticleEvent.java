package org.broadsheet.ingest.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/// What happened to an article, as told on the topic. Its JSON is the contract
/// `article-event.schema.json`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ArticleEvent {
    @JsonProperty
    String type();

    UUID eventId();

    Instant occurredAt();

    /// Grows with every change of the article.
    long revision();

    String articleId();

    /// The article as it now is.
    @JsonPropertyOrder({"type", "eventId", "occurredAt", "revision", "article"})
    record ArticleStored(UUID eventId, Instant occurredAt, long revision, ArticleJson article)
            implements ArticleEvent {
        @Override
        public String type() {
            return "ArticleStored";
        }

        @Override
        public String articleId() {
            return article.id();
        }
    }

    /// The article is no longer on its page.
    @JsonPropertyOrder({"type", "eventId", "occurredAt", "revision", "articleId"})
    record ArticleWithdrawn(
            UUID eventId, Instant occurredAt, long revision, @JsonProperty String articleId)
            implements ArticleEvent {
        @Override
        public String type() {
            return "ArticleWithdrawn";
        }
    }
}
