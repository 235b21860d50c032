package org.broadsheet.index;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.broadsheet.index.event.ArticleEvent.ArticleStored;
import org.broadsheet.index.event.ArticleEvent.ArticleWithdrawn;
import org.broadsheet.index.event.ArticleEvent.Undecodable;
import org.broadsheet.index.event.DeadLetterBox;
import org.broadsheet.index.event.DeadLetterBox.Letter;
import org.broadsheet.index.event.EventDecoder;
import org.broadsheet.index.index.ArticleDocument;
import org.broadsheet.index.index.ArticleIndex;
import org.broadsheet.index.index.DocumentWrite;
import org.broadsheet.index.index.IndexConfig;
import org.broadsheet.index.index.WriteResult;

/// Applies dead letters again, straight to the index: put back on the topic, an old revision would
/// stand behind a newer one there, and a compaction would keep the old one.
@Singleton
class DeadLetterReplay {
    private final DeadLetterBox box;
    private final EventDecoder decoder;
    private final ArticleIndex index;
    private final IndexConfig config;
    private final IndexerMetrics metrics;

    DeadLetterReplay(
            DeadLetterBox box,
            EventDecoder decoder,
            ArticleIndex index,
            IndexConfig config,
            IndexerMetrics metrics) {
        this.box = box;
        this.decoder = decoder;
        this.index = index;
        this.config = config;
        this.metrics = metrics;
    }

    /// What became of a letter.
    ///
    /// @param outcome `applied`, `superseded` by what the index holds, `refused` again, or `not
    ///   now`; the first two settle it
    /// @param reason why it was refused; empty otherwise
    record Outcome(String id, String outcome, String reason) {
        private boolean isSettled() {
            return outcome.equals("applied") || outcome.equals("superseded");
        }
    }

    List<Outcome> replay(List<Letter> letters) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<Letter, String> settled = new LinkedHashMap<>();
        Map<Letter, String> tried = new LinkedHashMap<>();
        for (Letter letter : letters) {
            Outcome outcome = replay(letter);
            outcomes.add(outcome);
            metrics.replayed(outcome.outcome());
            if (outcome.isSettled()) {
                settled.put(letter, outcome.outcome());
            } else {
                tried.put(letter, outcome.outcome());
            }
        }
        box.tried(tried);
        box.settle(settled);
        if (settled.containsValue("applied")) {
            var _ = index.refresh();
        }
        return outcomes;
    }

    private Outcome replay(Letter letter) {
        return switch (decoder.decode(letter.event())) {
            case Undecodable(String reason) -> new Outcome(letter.id(), "refused", reason);
            case ArticleStored stored ->
                    apply(letter, stored.occurredAt(), ArticleDocuments.of(stored));
            case ArticleWithdrawn withdrawn ->
                    apply(letter, withdrawn.occurredAt(), ArticleDocuments.of(withdrawn));
        };
    }

    private Outcome apply(Letter letter, Instant occurredAt, ArticleDocument document) {
        if (occurredAt.isBefore(Clock.systemUTC().instant().minus(config.purgeAfter()))) {
            return new Outcome(
                    letter.id(),
                    "refused",
                    "older than index.purge-after: a later withdrawal may be forgotten;"
                            + " republish the article instead");
        }
        // Asked first: Elasticsearch looks at a document before it looks at its version, and would
        // refuse an old one that nobody needs any more.
        OptionalLong known = index.revision(document.id());
        if (known.isPresent() && known.getAsLong() >= document.revision()) {
            return new Outcome(letter.id(), "superseded", "");
        }
        return switch (index.apply(List.of(DocumentWrite.of(document))).getFirst()) {
            case WriteResult.Applied() -> new Outcome(letter.id(), "applied", "");
            case WriteResult.Stale() -> new Outcome(letter.id(), "superseded", "");
            case WriteResult.Refused(String cause, String reason) ->
                    new Outcome(letter.id(), "refused", cause + ": " + reason);
            case WriteResult.NotNow(String cause) -> new Outcome(letter.id(), "not now", cause);
        };
    }
}
