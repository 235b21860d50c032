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
        @Nullable String fileSha256,
        @Schema(description = "The newspaper.", examples = "边城日报") @Nullable String title,
        @Nullable String titleCode,
        @Nullable LocalDate date,
        @Nullable String edition,
        @Nullable String pageId,
        @Nullable Integer page,
        @Nullable String pageName,
        @Nullable Integer position,
        @Nullable String column,
        @Nullable String kicker,
        @Schema(description = "Null when the page does not print one.") @Nullable String headline,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "First sentence; only where the headline is null.")
                @Nullable String standIn,
        @Nullable String deck,
        List<Contributor> byline,
        List<String> authors,
        @Nullable String dateline,
        @Nullable String source,
        @Nullable String credit,
        @Nullable Integer continuedFrom,
        @Nullable Integer continuedTo,
        List<BodyPart> body,
        List<Caption> captions,
        @Schema(description = "Evidence for each field found, by the field's name.")
                Map<String, Evidence> fields,
        @Schema(description = "Every line of the file that belongs to the article.")
                List<LineSpan> lines) {

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
                document.fields(),
                document.lines());
    }
}
