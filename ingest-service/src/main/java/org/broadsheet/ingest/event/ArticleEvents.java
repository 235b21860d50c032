package org.broadsheet.ingest.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.ingest.enrich.Enricher;
import org.broadsheet.ingest.enrich.Enrichment;
import org.broadsheet.ingest.event.ArticleJson.CaptionJson;
import org.broadsheet.ingest.event.ArticleJson.ContributorJson;
import org.broadsheet.ingest.event.ArticleJson.EnrichmentJson;
import org.broadsheet.ingest.event.ArticleJson.FieldJson;
import org.broadsheet.ingest.event.ArticleJson.FileJson;
import org.broadsheet.ingest.event.ArticleJson.IssueJson;
import org.broadsheet.ingest.event.ArticleJson.PageJson;
import org.broadsheet.ingest.event.ArticleJson.PartJson;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.LineSpan;
import org.jspecify.annotations.Nullable;

/// Turns articles into the JSON that the contract promises. The same article gives the same bytes.
public final class ArticleEvents {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private ArticleEvents() {}

    /// The article as the contract writes it, with what is found in its words and its content hash.
    public static ArticleJson article(ArticlePlace place, Article article) {
        ArticleJson json = withoutHash(place, article);
        return json.withContentHash(sha256(json(json)));
    }

    /// An article's kind as the contract writes it.
    public static String kind(Article article) {
        return article.kind().name().toLowerCase(Locale.ROOT);
    }

    /// Any value of the contract as JSON text.
    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
        }
    }

    private static ArticleJson withoutHash(ArticlePlace place, Article article) {
        IssueMetadata metadata = place.metadata();
        return new ArticleJson(
                place.articleId(),
                kind(article),
                new FileJson(place.fileName(), place.fileSha256()),
                issue(metadata),
                new PageJson(place.pageId(), metadata.pageNumber(), metadata.pageName()),
                place.position(),
                value(article.column()),
                value(article.kicker()),
                value(article.headline()),
                value(article.deck()),
                byline(article),
                value(article.dateline()),
                value(article.source()),
                value(article.credit()),
                value(article.continuedFrom()),
                value(article.continuedTo()),
                article.body().stream().map(ArticleEvents::part).toList(),
                article.captions().stream()
                        .map(c -> new CaptionJson(c.text(), c.photographers(), spans(c.lines())))
                        .toList(),
                fields(article),
                spans(article.lines()),
                enrichment(Enricher.enrich(article)),
                null);
    }

    private static EnrichmentJson enrichment(Enrichment found) {
        return new EnrichmentJson(
                found.persons(),
                found.places(),
                found.organisations(),
                found.keywords(),
                found.fingerprint(),
                found.reprintKey());
    }

    private static @Nullable IssueJson issue(IssueMetadata metadata) {
        IssueJson issue =
                new IssueJson(
                        metadata.titleCode(),
                        metadata.titleName(),
                        metadata.date(),
                        metadata.edition());
        return issue.equals(new IssueJson(null, null, null, null)) ? null : issue;
    }

    private static List<ContributorJson> byline(Article article) {
        return Optional.ofNullable(article.byline()).map(Found::value).orElse(List.of()).stream()
                .map(contributor -> new ContributorJson(contributor.name(), contributor.role()))
                .toList();
    }

    private static PartJson part(BodyPart part) {
        String type =
                switch (part) {
                    case BodyPart.Paragraph _ -> "paragraph";
                    case BodyPart.Subhead _ -> "subhead";
                };
        return new PartJson(type, part.text(), spans(part.lines()));
    }

    private static Map<String, FieldJson> fields(Article article) {
        Map<String, @Nullable Found<?>> found = new LinkedHashMap<>();
        found.put("column", article.column());
        found.put("kicker", article.kicker());
        found.put("headline", article.headline());
        found.put("deck", article.deck());
        found.put("byline", article.byline());
        found.put("dateline", article.dateline());
        found.put("source", article.source());
        found.put("credit", article.credit());
        found.put("continuedFrom", article.continuedFrom());
        found.put("continuedTo", article.continuedTo());
        Map<String, FieldJson> fields = new LinkedHashMap<>();
        found.forEach(
                (name, value) -> {
                    if (value != null) {
                        fields.put(
                                name,
                                new FieldJson(
                                        spans(value.lines()), value.confidence(), value.method()));
                    }
                });
        return fields;
    }

    private static <T> @Nullable T value(@Nullable Found<T> found) {
        return found == null ? null : found.value();
    }

    private static List<int[]> spans(List<LineSpan> spans) {
        return spans.stream().map(span -> new int[] {span.first(), span.last()}).toList();
    }

    private static String sha256(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
