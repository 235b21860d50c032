package org.broadsheet.query.article;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A document as index-service writes it: our own reading of its contract. Null is what the page
/// does not say, or what a search did not fetch.
@JsonIgnoreProperties(ignoreUnknown = true)
public record ArticleDocument(
        String id,
        long revision,
        boolean withdrawn,
        @Nullable Instant occurredAt,
        @Nullable ArticleKind kind,
        @Nullable String file,
        @Nullable String fileSha256,
        @Nullable String titleCode,
        @Nullable String titleName,
        @Nullable LocalDate date,
        @Nullable String edition,
        @Nullable String pageId,
        @Nullable Integer page,
        @Nullable String pageName,
        @Nullable Integer position,
        @Nullable String column,
        @Nullable String kicker,
        @Nullable String headline,
        @Nullable String deck,
        List<String> authors,
        List<Contributor> byline,
        @Nullable String dateline,
        @Nullable String source,
        @Nullable String credit,
        @Nullable Integer continuedFrom,
        @Nullable Integer continuedTo,
        @Nullable String body,
        @Nullable String caption,
        List<BodyPart> parts,
        List<Caption> captions,
        Map<String, Evidence> fields,
        List<LineSpan> lines,
        List<String> persons,
        List<String> places,
        List<String> organisations,
        List<String> keywords,
        @Nullable String reprintKey) {

    public ArticleDocument {
        authors = orEmpty(authors);
        byline = orEmpty(byline);
        parts = orEmpty(parts);
        captions = orEmpty(captions);
        fields = Objects.requireNonNullElse(fields, Map.of());
        lines = orEmpty(lines);
        persons = orEmpty(persons);
        places = orEmpty(places);
        organisations = orEmpty(organisations);
        keywords = orEmpty(keywords);
    }

    /// The newspaper's name, its code where the name is unknown, null where both are.
    public @Nullable String title() {
        return titleName != null ? titleName : titleCode;
    }

    /// What stands in for a headline the page does not print; null where there is a headline, or no
    /// text at all.
    public @Nullable String standIn() {
        if (headline != null) {
            return null;
        }
        return FirstSentence.of(body).or(() -> FirstSentence.of(caption)).orElse(null);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
