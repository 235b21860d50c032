package org.broadsheet.index.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/// What a record of the article topic says. The two events of the contract come from JSON; a value
/// that is neither of them is `Undecodable`, so that bad input is data here and not an exception.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ArticleEvent.ArticleStored.class, name = "ArticleStored"),
    @JsonSubTypes.Type(value = ArticleEvent.ArticleWithdrawn.class, name = "ArticleWithdrawn")
})
public sealed interface ArticleEvent {

    /// The whole article as it now is.
    record ArticleStored(Instant occurredAt, long revision, StoredArticle article)
            implements ArticleEvent {
        public ArticleStored {
            Required.value(occurredAt, "occurredAt");
            Required.fromOne(revision, "revision");
            Required.value(article, "article");
        }
    }

    /// The article is no longer on its page.
    record ArticleWithdrawn(Instant occurredAt, long revision, String articleId)
            implements ArticleEvent {
        public ArticleWithdrawn {
            Required.value(occurredAt, "occurredAt");
            Required.fromOne(revision, "revision");
            Required.text(articleId, "articleId");
        }
    }

    /// A value that this service cannot use.
    ///
    /// @param reason what is wrong with it, for the person who opens the dead letter
    record Undecodable(String reason) implements ArticleEvent {}
}
