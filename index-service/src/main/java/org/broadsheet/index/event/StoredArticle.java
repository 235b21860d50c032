package org.broadsheet.index.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The article inside an `ArticleStored`, with the fields that the index needs. An absent optional
/// field is null. Line spans and evidence are JSON that is carried and never looked into.
///
/// @param fields evidence for each field that was found
/// @param lines every line of the article
public record StoredArticle(
        String id,
        String kind,
        SourceFile file,
        @Nullable Issue issue,
        Page page,
        int position,
        @Nullable String column,
        @Nullable String kicker,
        @Nullable String headline,
        @Nullable String deck,
        List<Contributor> byline,
        @Nullable String dateline,
        @Nullable String source,
        @Nullable String credit,
        @Nullable Integer continuedFrom,
        @Nullable Integer continuedTo,
        List<BodyPart> body,
        List<Caption> captions,
        JsonNode fields,
        JsonNode lines,
        @Nullable Enrichment enrichment,
        String contentHash) {
    public StoredArticle {
        Required.text(id, "article.id");
        Required.text(kind, "article.kind");
        Required.value(file, "article.file");
        Required.value(page, "article.page");
        Required.fromOne(position, "article.position");
        Required.value(byline, "article.byline");
        Required.value(body, "article.body");
        Required.value(captions, "article.captions");
        Required.json(fields, "article.fields");
        Required.json(lines, "article.lines");
        Required.text(contentHash, "article.contentHash");
        byline = List.copyOf(byline);
        body = List.copyOf(body);
        captions = List.copyOf(captions);
    }

    /// The dropped file that the article was read from.
    public record SourceFile(String name, String sha256) {
        public SourceFile {
            Required.text(name, "article.file.name");
            Required.text(sha256, "article.file.sha256");
        }
    }

    /// What is known of the newspaper and the day; often nothing.
    public record Issue(
            @Nullable String titleCode,
            @Nullable String titleName,
            @Nullable LocalDate date,
            @Nullable String edition) {}

    /// The printed page.
    public record Page(String id, @Nullable Integer number, @Nullable String name) {
        public Page {
            Required.text(id, "article.page.id");
        }
    }

    /// One name of the byline, with the role as printed.
    public record Contributor(String name, @Nullable String role) {
        public Contributor {
            Required.text(name, "article.byline.name");
        }
    }

    /// A paragraph or a subhead.
    public record BodyPart(String type, String text, JsonNode lines) {
        public BodyPart {
            Required.text(type, "article.body.type");
            Required.value(text, "article.body.text");
            Required.json(lines, "article.body.lines");
        }
    }

    /// The text under an illustration and who took it.
    public record Caption(String text, List<String> photographers, JsonNode lines) {
        public Caption {
            Required.value(text, "article.captions.text");
            Required.value(photographers, "article.captions.photographers");
            Required.json(lines, "article.captions.lines");
            photographers = List.copyOf(photographers);
        }
    }

    /// What was found in the words of the article. Events from before it was looked for have none.
    public record Enrichment(
            List<String> persons,
            List<String> places,
            List<String> organisations,
            List<String> keywords,
            List<String> fingerprint,
            @Nullable String reprintKey) {
        static final Enrichment NONE =
                new Enrichment(List.of(), List.of(), List.of(), List.of(), List.of(), null);

        public Enrichment {
            Required.value(persons, "article.enrichment.persons");
            Required.value(places, "article.enrichment.places");
            Required.value(organisations, "article.enrichment.organisations");
            Required.value(keywords, "article.enrichment.keywords");
            Required.value(fingerprint, "article.enrichment.fingerprint");
            persons = List.copyOf(persons);
            places = List.copyOf(places);
            organisations = List.copyOf(organisations);
            keywords = List.copyOf(keywords);
            fingerprint = List.copyOf(fingerprint);
        }
    }

    /// What was found, or nothing.
    public Enrichment findings() {
        return enrichment == null ? Enrichment.NONE : enrichment;
    }
}
