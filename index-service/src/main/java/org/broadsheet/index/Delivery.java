package org.broadsheet.index;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;
import org.broadsheet.index.event.DeadLetter;
import org.broadsheet.index.event.DeadLetters;
import org.broadsheet.index.index.ArticleIndex;
import org.broadsheet.index.index.DocumentWrite;
import org.broadsheet.index.index.WriteResult;
import org.broadsheet.index.index.WriteResult.Applied;
import org.broadsheet.index.index.WriteResult.NotNow;
import org.broadsheet.index.index.WriteResult.Refused;
import org.broadsheet.index.index.WriteResult.Stale;
import org.jspecify.annotations.Nullable;

/// One attempt to settle a batch: documents to the index, dead letters to their topic. Whatever
/// does not succeed now stays in the batch for the next attempt; everything else is never sent
/// twice.
@Singleton
class Delivery {
    private final ArticleIndex index;
    private final DeadLetters deadLetters;
    private final IndexerMetrics metrics;
    private final Brake brake;

    Delivery(
            ArticleIndex index,
            DeadLetters deadLetters,
            IndexerMetrics metrics,
            IndexerConfig config) {
        this.index = index;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.brake = new Brake(config.brakeRefusedMin(), config.brakeShare());
    }

    /// Returns the trouble that keeps the batch from being settled, if there is any.
    Optional<String> attempt(Batch batch) {
        Optional<String> writing = write(batch);
        Optional<String> burying = bury(batch);
        return writing.or(() -> burying);
    }

    private Optional<String> write(Batch batch) {
        List<Batch.Entry> entries = batch.toWrite();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<DocumentWrite> documents = entries.stream().map(Delivery::document).toList();
        List<WriteResult> results = metrics.timeBulk(() -> index.apply(documents));
        long refused = results.stream().filter(Refused.class::isInstance).count();
        boolean braking = brake.holds(refused, batch.size());
        Trouble trouble = new Trouble();
        for (int i = 0; i < results.size(); i++) {
            Batch.Entry entry = entries.get(i);
            switch (results.get(i)) {
                case Applied _ -> {
                    metrics.applied(1);
                    entry.become(new Task.Settled());
                }
                case Stale _ -> {
                    metrics.stale(1);
                    entry.become(new Task.Settled());
                }
                case Refused(String cause, String _) when braking ->
                        trouble.add("brake on, " + refused + " documents refused: " + cause);
                case Refused(String cause, String reason) ->
                        entry.become(new Task.Bury(letter(entry, cause, reason)));
                case NotNow(String cause) -> trouble.add(cause);
            }
        }
        metrics.toRetry(trouble.count);
        return Optional.ofNullable(trouble.first);
    }

    private Optional<String> bury(Batch batch) {
        List<Batch.Entry> entries = batch.toBury();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        List<DeadLetter> letters = new ArrayList<>();
        for (Batch.Entry entry : entries) {
            if (entry.task() instanceof Task.Bury(DeadLetter letter)) {
                letters.add(letter);
            }
        }
        try {
            deadLetters.send(letters);
        } catch (KafkaException e) {
            return Optional.of("dead letters not acknowledged");
        }
        metrics.dead(letters.size());
        entries.forEach(entry -> entry.become(new Task.Settled()));
        return Optional.empty();
    }

    private static DocumentWrite document(Batch.Entry entry) {
        return switch (entry.task()) {
            case Task.Write(DocumentWrite document) -> document;
            case Task.Bury _, Task.Settled _ ->
                    throw new IllegalStateException("nothing to write: " + entry.event().offset());
        };
    }

    private static DeadLetter letter(Batch.Entry entry, String cause, String reason) {
        long revision = document(entry).revision();
        return new DeadLetter(entry.event(), cause, reason, OptionalLong.of(revision));
    }

    private static final class Trouble {
        private @Nullable String first;
        private int count;

        void add(String cause) {
            count++;
            if (first == null) {
                first = cause;
            }
        }
    }
}
