package org.broadsheet.ingest.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An article as the contract writes it. Null members are left out: unknown, or not on the page.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ArticleJson(
        String id,
        String kind,
        FileJson file,
        @Nullable IssueJson issue,
        PageJson page,
        int position,
        @Nullable String column,
        @Nullable String kicker,
        @Nullable String headline,
        @Nullable String deck,
        List<ContributorJson> byline,
        @Nullable String dateline,
        @Nullable String source,
        @Nullable String credit,
        @Nullable Integer continuedFrom,
        @Nullable Integer continuedTo,
        List<PartJson> body,
        List<CaptionJson> captions,
        Map<String, FieldJson> fields,
        List<int[]> lines,
        @Nullable EnrichmentJson enrichment,
        @Nullable String contentHash) {

    record FileJson(String name, String sha256) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IssueJson(
            @Nullable String titleCode,
            @Nullable String titleName,
            @Nullable LocalDate date,
            @Nullable String edition) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PageJson(String id, @Nullable Integer number, @Nullable String name) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContributorJson(String name, @Nullable String role) {}

    record PartJson(String type, String text, List<int[]> lines) {}

    record CaptionJson(String text, List<String> photographers, List<int[]> lines) {}

    record FieldJson(List<int[]> lines, double confidence, String method) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EnrichmentJson(
            List<String> persons,
            List<String> places,
            List<String> organisations,
            List<String> keywords,
            List<String> fingerprint,
            @Nullable String reprintKey) {}

    ArticleJson withContentHash(String hash) {
        return new ArticleJson(
                id,
                kind,
                file,
                issue,
                page,
                position,
                column,
                kicker,
                headline,
                deck,
                byline,
                dateline,
                source,
                credit,
                continuedFrom,
                continuedTo,
                body,
                captions,
                fields,
                lines,
                enrichment,
                hash);
    }
}
