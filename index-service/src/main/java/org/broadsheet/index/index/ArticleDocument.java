package org.broadsheet.index.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A document of the index, as `articles.index.json` promises it. A withdrawn article stays a
/// document, because Elasticsearch forgets the version of a deleted one after a minute and an old
/// event could bring it back.
@JsonPropertyOrder({"id", "revision", "withdrawn", "occurredAt"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ArticleDocument {
    /// The article's id, and the document's.
    String id();

    /// The article's revision, and the document's version.
    long revision();

    @JsonProperty
    boolean withdrawn();

    /// An article that can be found. Its parts stand side by side in the document.
    record Live(
            String id,
            long revision,
            Instant occurredAt,
            String contentHash,
            String kind,
            @JsonUnwrapped Origin origin,
            @JsonUnwrapped Heading heading,
            @JsonUnwrapped Signature signature,
            @JsonUnwrapped Text text,
            @JsonUnwrapped Findings findings,
            JsonNode fields,
            JsonNode lines)
            implements ArticleDocument {
        public Live {
            checkRevision(id, revision);
        }

        @Override
        public boolean withdrawn() {
            return false;
        }
    }

    /// An article that is no longer on its page.
    record Withdrawn(String id, long revision, Instant occurredAt) implements ArticleDocument {
        public Withdrawn {
            checkRevision(id, revision);
        }

        @Override
        public boolean withdrawn() {
            return true;
        }
    }

    /// File, newspaper, day and page that the article stands in.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Origin(
            String file,
            String fileSha256,
            @Nullable String titleCode,
            @Nullable String titleName,
            @Nullable LocalDate date,
            @Nullable String edition,
            String pageId,
            @Nullable Integer page,
            @Nullable String pageName,
            int position) {}

    /// What stands above the text.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Heading(
            @Nullable String column,
            @Nullable String kicker,
            @Nullable String headline,
            @Nullable String deck) {}

    /// Who wrote it, where, and where it comes from or goes on.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Signature(
            List<String> authors,
            List<Author> byline,
            @Nullable String dateline,
            @Nullable String source,
            @Nullable String credit,
            @Nullable Integer continuedFrom,
            @Nullable Integer continuedTo) {
        public Signature {
            authors = List.copyOf(authors);
            byline = List.copyOf(byline);
        }
    }

    /// What is searched as running text, and the pieces that it was joined from.
    record Text(
            String body,
            String caption,
            List<String> photographers,
            List<Part> parts,
            List<Caption> captions) {
        public Text {
            photographers = List.copyOf(photographers);
            parts = List.copyOf(parts);
            captions = List.copyOf(captions);
        }
    }

    /// What the article is about, and which others are the same.
    ///
    /// @param reprintKey equal for printings of one text; the article's id where there is none, so
    ///   that articles without it are not taken for one
    record Findings(
            List<String> persons,
            List<String> places,
            List<String> organisations,
            List<String> keywords,
            List<String> fingerprint,
            String reprintKey) {
        public Findings {
            persons = List.copyOf(persons);
            places = List.copyOf(places);
            organisations = List.copyOf(organisations);
            keywords = List.copyOf(keywords);
            fingerprint = List.copyOf(fingerprint);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Author(String name, @Nullable String role) {}

    record Part(String type, String text, JsonNode lines) {}

    record Caption(String text, List<String> photographers, JsonNode lines) {
        public Caption {
            photographers = List.copyOf(photographers);
        }
    }

    private static void checkRevision(String id, long revision) {
        if (revision < 1) {
            throw new IllegalArgumentException("revision of " + id + " below 1: " + revision);
        }
    }
}
