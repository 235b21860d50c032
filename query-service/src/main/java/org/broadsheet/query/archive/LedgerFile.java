package org.broadsheet.query.archive;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A file of the ledger: our reading of ingest-service's answer.
///
/// @param state received, stored, published, indexed; or superseded, withdrawn, duplicate,
///   rejected, unpacked
/// @param reason of a rejection, in English; with its code and values, see [Rejection]
/// @param duplicateOf the name under which its bytes are stored
/// @param partOf number of the `.zip` it came in
/// @param attempts to read it that failed
/// @param articlesIndexed how many of its articles searches find as they are now
/// @param pages empty in a list of files
/// @param parts of a `.zip`: how many of its files are in each state; empty in a list of files
@JsonIgnoreProperties(ignoreUnknown = true)
public record LedgerFile(
        long id,
        String name,
        long bytes,
        String state,
        @Nullable String reason,
        @Nullable String reasonCode,
        @Nullable List<String> reasonValues,
        @Nullable String duplicateOf,
        @Nullable Long partOf,
        @Nullable String charset,
        Instant receivedAt,
        @Nullable Instant parsedAt,
        @Nullable Instant storedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant indexedAt,
        int attempts,
        @Nullable String lastError,
        int articles,
        int articlesIndexed,
        List<Page> pages,
        Map<String, Integer> parts) {
    private static final Set<String> UNDER_WAY = Set.of("received", "stored", "published");

    public LedgerFile {
        pages = Objects.requireNonNullElse(pages, List.of());
        parts = Objects.requireNonNullElse(parts, Map.of());
    }

    /// Why it was rejected; null where it was not.
    public @Nullable Rejection rejection() {
        return reason == null
                ? null
                : new Rejection(
                        Objects.requireNonNullElse(reasonCode, ""),
                        Objects.requireNonNullElse(reasonValues, List.of()),
                        reason);
    }

    /// Whether something is still to come.
    public boolean isUnderWay() {
        return UNDER_WAY.contains(state);
    }

    /// One page of a file.
    ///
    /// @param lines that are not blank
    /// @param unplaced of these, lines that could not be tied to anything
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Page(
            String id,
            @Nullable String newspaper,
            @Nullable LocalDate date,
            @Nullable String edition,
            @Nullable Integer page,
            @Nullable String pageName,
            int lines,
            int unplaced,
            List<Piece> articles) {}

    /// One article of a page.
    ///
    /// @param attempts to bring this revision into the searches that failed
    /// @param lastError of the last of them
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Piece(
            String id,
            String kind,
            @Nullable String headline,
            long revision,
            boolean withdrawn,
            String state,
            @Nullable Instant storedAt,
            @Nullable Instant indexedAt,
            int attempts,
            @Nullable String lastError) {}
}
