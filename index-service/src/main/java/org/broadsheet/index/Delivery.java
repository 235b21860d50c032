package org.broadsheet.index;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import org.apache.kafka.common.KafkaException;
import org.broadsheet.index.event.DeadLetter;
import org.broadsheet.index.event.DeadLetters;
import org.broadsheet.index.index.ArticleIndex;
import org.broadsheet.index.index.WriteResult;
import org.broadsheet.index.index.WriteResult.Applied;
import org.broadsheet.index.index.WriteResult.NotNow;
import org.broadsheet.index.index.WriteResult.Refused;
import org.broadsheet.index.index.WriteResult.Stale;
import org.jspecify.annotations.Nullable;

/// Brings documents to the index and dead letters to their topic, one attempt at a time. What does
/// not succeed stays in the batch for another attempt; everything else is never sent twice.
@Singleton
class Delivery {
    /// So often a document is tried that is refused while nothing tells whether others are taken.
    private static final int ATTEMPTS_ALONE = 6;

    private final ArticleIndex index;
    private final DeadLetters deadLetters;
    private final IndexerMetrics metrics;
    private final EventTraces traces;
    private final Brake brake;
    private boolean braking;

    /// Whether the index took a document when it was last asked about new ones.
    private boolean takesOthers;

    Delivery(
            ArticleIndex index,
            DeadLetters deadLetters,
            IndexerMetrics metrics,
            EventTraces traces,
            IndexerConfig config) {
        this.index = index;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.traces = traces;
        this.brake = new Brake(config.brakeRefusedMin(), config.brakeShare());
    }

    /// What a round came to.
    ///
    /// @param trouble what kept some entries, empty if there are none
    /// @param blocked whether taking in more events would not help: nothing got through, or the
    ///   brake is on
    record Outcome(Optional<String> trouble, boolean blocked) {}

    /// Sends the documents of these entries on their way.
    Round send(List<Batch.Entry> entries) {
        return Round.start(entries, documents -> metrics.timeBulk(() -> index.apply(documents)));
    }

    /// Takes in what came back. What is to be tried again waits: entries that were tried equally
    /// often wait equally long, so that they travel together again.
    ///
    /// @param vainRounds in a row before this one, in which nothing got through
    Outcome settle(Round round, Backoff backoff, int vainRounds) {
        List<WriteResult> results = round.results();
        int refused = look(round, results);
        Trouble trouble = new Trouble();
        List<Batch.Entry> again = new ArrayList<>();
        int settled = 0;
        int suspected = 0;
        for (int i = 0; i < results.size(); i++) {
            Batch.Entry entry = round.entries().get(i);
            if (!round.concerns(i)) {
                settled++;
                continue;
            }
            switch (results.get(i)) {
                case Applied _ -> {
                    metrics.applied(1);
                    traces.settled(entry, round, "applied");
                    entry.become(new Task.Settled());
                    settled++;
                }
                case Stale _ -> {
                    metrics.stale(1);
                    traces.settled(entry, round, "stale");
                    entry.become(new Task.Settled());
                    settled++;
                }
                case Refused(String cause, String _) when braking -> {
                    trouble.add("brake on, " + refused + " documents refused: " + cause);
                    entry.suspect(false);
                    again.add(entry);
                }
                case Refused _ when !entry.isSuspect() -> {
                    entry.suspect(true);
                    again.add(entry);
                    suspected++;
                }
                case Refused _ when !takesOthers && entry.attempts() < ATTEMPTS_ALONE - 1 -> {
                    again.add(entry);
                    suspected++;
                }
                case Refused(String cause, String reason) -> {
                    long revision = round.document(i).revision();
                    entry.become(
                            new Task.Bury(
                                    new DeadLetter(
                                            entry.event(),
                                            cause,
                                            reason,
                                            OptionalLong.of(revision))));
                    settled++;
                }
                case NotNow(String cause) -> {
                    trouble.add(cause);
                    again.add(entry);
                }
            }
        }
        metrics.toRetry(again.size());
        boolean blocked = braking || (settled + suspected == 0 && !again.isEmpty());
        int vain = blocked ? vainRounds + 1 : 0;
        postpone(again, attempts -> backoff.after(attempts, vain));
        return new Outcome(trouble.first(), blocked);
    }

    /// Finds out from what came back whether the brake is on. It stays on until a document gets
    /// through: a round of few says nothing against what one of many has shown.
    ///
    /// @return how many documents were refused that had not been before
    private int look(Round round, List<WriteResult> results) {
        int asked = 0;
        int refused = 0;
        int taken = 0;
        for (int i = 0; i < results.size(); i++) {
            boolean isRefused = results.get(i) instanceof Refused;
            if (!round.entries().get(i).isSuspect()) {
                asked++;
                refused += isRefused ? 1 : 0;
            }
            taken += results.get(i) instanceof Applied || results.get(i) instanceof Stale ? 1 : 0;
        }
        braking = brake.holds(refused, asked) || (braking && taken == 0);
        if (taken > 0 || refused > 0) {
            takesOthers = taken > 0;
        }
        return refused;
    }

    private static void postpone(List<Batch.Entry> again, IntFunction<Duration> backoff) {
        long now = System.nanoTime();
        Map<Integer, Duration> waits = new HashMap<>();
        for (Batch.Entry entry : again) {
            Duration wait = waits.computeIfAbsent(entry.attempts(), backoff::apply);
            entry.tryAgainAt(now + wait.toNanos());
        }
    }

    /// Writes the dead letters that wait; says what keeps them, if anything does.
    Optional<String> bury(Batch batch) {
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
        for (int i = 0; i < letters.size(); i++) {
            metrics.dead(letters.get(i).cause());
            traces.buried(entries.get(i), letters.get(i).cause());
        }
        entries.forEach(entry -> entry.become(new Task.Settled()));
        return Optional.empty();
    }

    private static final class Trouble {
        private @Nullable String first;

        void add(String cause) {
            if (first == null) {
                first = cause;
            }
        }

        Optional<String> first() {
            return Optional.ofNullable(first);
        }
    }
}
