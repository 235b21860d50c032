package org.broadsheet.ingest.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of the ledger as people see it.
///
/// @param state how far it has come, see [FileState]
/// @param reason of a rejection, in English
/// @param reasonCode its kind, and what is particular to it, as `rejections.json` of the contract
///   has them
/// @param duplicateOf the name under which its bytes are stored
/// @param partOf id of the `.zip` it came in
/// @param charset its bytes were found to be in; null unless stored
/// @param parsedAt when it was read last
/// @param storedAt when its articles changed last
/// @param publishedAt when all its articles, as they are now, were on the topic
/// @param indexedAt when searches found all of them
/// @param attempts to read it that failed; each rejection is one
/// @param lastError of the last of them; or why one of its articles can't be indexed
/// @param articles on its pages now; 0 unless stored
/// @param articlesIndexed how many of them searches find as they are now
/// @param articlesFailed how many of them lie with the dead letters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileEntry(
        long id,
        String name,
        String sha256,
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
        int articlesFailed) {}
