package org.broadsheet.query.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.article.BodyPart;
import org.broadsheet.query.article.Caption;
import org.broadsheet.query.article.Evidence;
import org.broadsheet.query.article.FirstSentence;
import org.broadsheet.query.article.LineSpan;
import org.jspecify.annotations.Nullable;

/// A page as it came, line by line, and what each line was taken for: our reading of
/// ingest-service's answer. Every line with text is in one article, in the furniture, or unplaced.
///
/// @param fileId number of its file in the ledger
/// @param firstLine number in the file of the first of the lines
/// @param articles in the order of the page
@JsonIgnoreProperties(ignoreUnknown = true)
public record RebuiltPage(
        String id,
        long fileId,
        String file,
        @Nullable String newspaper,
        @Nullable String code,
        @Nullable LocalDate date,
        @Nullable Integer page,
        @Nullable String pageName,
        int firstLine,
        List<String> lines,
        List<Piece> articles,
        List<Furniture> furniture,
        List<LineSpan> unplaced,
        List<Repair> repairs,
        List<Diagnostic> diagnostics) {

    /// One article of the page.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Piece(
            String id,
            ArticleKind kind,
            @Nullable String headline,
            @Nullable String column,
            List<BodyPart> body,
            List<Caption> captions,
            Map<String, Evidence> fields,
            List<LineSpan> lines) {
        public Piece {
            fields = Objects.requireNonNullElse(fields, Map.of());
        }

        /// What stands in for a headline that the page does not print.
        public @Nullable String standIn() {
            if (headline != null) {
                return null;
            }
            return body.stream()
                    .map(BodyPart::text)
                    .findFirst()
                    .or(() -> captions.stream().map(Caption::text).findFirst())
                    .flatMap(FirstSentence::of)
                    .orElse(null);
        }
    }

    /// What belongs to no article: masthead, folio, page name.
    public record Furniture(String what, String text, List<LineSpan> lines) {}

    /// A change from the raw lines to what is shown.
    public record Repair(String what, List<LineSpan> lines, String raw, String repaired) {}

    /// Something odd about the page.
    public record Diagnostic(String code, List<LineSpan> lines, String message) {}
}
