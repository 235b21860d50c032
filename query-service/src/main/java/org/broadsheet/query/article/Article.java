package org.broadsheet.query.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Everything known of one article, with the lines it was built from. Null is what the page does
/// not say.
@Schema(description = "One article as printed, and where in the file each part was found.")
public record Article(
        @Schema(examples = "courier-1954-03-02-p01-03") String id,
        long revision,
        ArticleKind kind,
        @Schema(description = "Name of the dropped file.", examples = "courier/01.txt") String file,
        @Schema(nullable = true) @Nullable String fileSha256,
        @Schema(description = "The newspaper.", examples = "边城日报", nullable = true)
                @Nullable String title,
        @Schema(nullable = true) @Nullable String titleCode,
        @Schema(nullable = true) @Nullable LocalDate date,
        @Schema(nullable = true) @Nullable String edition,
        @Schema(nullable = true) @Nullable String pageId,
        @Schema(nullable = true) @Nullable Integer page,
        @Schema(nullable = true) @Nullable String pageName,
        @Schema(nullable = true) @Nullable Integer position,
        @Schema(nullable = true) @Nullable String column,
        @Schema(nullable = true) @Nullable String kicker,
        @Schema(description = "Null when the page does not print one.", nullable = true)
                @Nullable String headline,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "First sentence; only where the headline is null.")
                @Nullable String standIn,
        @Schema(nullable = true) @Nullable String deck,
        List<Contributor> byline,
        List<String> authors,
        @Schema(nullable = true) @Nullable String dateline,
        @Schema(nullable = true) @Nullable String source,
        @Schema(nullable = true) @Nullable String credit,
        @Schema(nullable = true) @Nullable Integer continuedFrom,
        @Schema(nullable = true) @Nullable Integer continuedTo,
        List<BodyPart> body,
        List<Caption> captions,
        @Schema(description = "Persons named in the text.") List<String> persons,
        @Schema(description = "Places named in the text.") List<String> places,
        @Schema(description = "Organisations named in the text.") List<String> organisations,
        @Schema(description = "What it is about, the most telling first.") List<String> keywords,
        @Schema(description = "Evidence for each field found, by the field's name.")
                Map<String, Evidence> fields,
        @Schema(description = "Every line of the file that belongs to the article.")
                List<LineSpan> lines,
        Citation citation) {

    static Article of(ArticleDocument document) {
        return new Article(
                document.id(),
                document.revision(),
                Objects.requireNonNullElse(document.kind(), ArticleKind.ARTICLE),
                Objects.requireNonNullElse(document.file(), ""),
                document.fileSha256(),
                document.title(),
                document.titleCode(),
                document.date(),
                document.edition(),
                document.pageId(),
                document.page(),
                document.pageName(),
                document.position(),
                document.column(),
                document.kicker(),
                document.headline(),
                document.standIn(),
                document.deck(),
                document.byline(),
                document.authors(),
                document.dateline(),
                document.source(),
                document.credit(),
                document.continuedFrom(),
                document.continuedTo(),
                document.parts(),
                document.captions(),
                document.persons(),
                document.places(),
                document.organisations(),
                document.keywords(),
                document.fields(),
                document.lines(),
                Citation.of(document));
    }
}
