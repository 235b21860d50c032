package org.broadsheet.index;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
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
    private final ArticleIndex index;
    private final DeadLetters deadLetters;
    private final IndexerMetrics metrics;
    private final EventTraces traces;
    private final Brake brake;
    private final Refresher refresher;

    /// When one was last taken in, as of `System.nanoTime()`.
    private OptionalLong lastRefusal = OptionalLong.empty();

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
        this.refresher =
                new Refresher(
                        () -> metrics.timeRefresh(index::refresh),
                        config.refreshEvery(),
                        task -> Thread.ofVirtual().name("refresh").start(task),
                        System::nanoTime);
    }

    /// What a round came to.
    ///
    /// @param trouble what kept some entries, empty if there are none
    /// @param blocked whether taking in more events would not help: nothing got through, or the
    ///   brake is on
    record Outcome(Optional<String> trouble, boolean blocked) {}

    /// Sends the documents of these entries on their way.
    ///
    /// @param vainRounds in a row before this one, in which nothing got through
    Round send(List<Batch.Entry> entries, int vainRounds, Consumer<Round> whenBack) {
        return Round.start(
                entries,
                vainRounds,
                documents -> metrics.timeBulk(() -> index.apply(documents)),
                whenBack);
    }

    /// Takes in what came back. What is to be tried again waits: entries that were tried equally
    /// often wait equally long, so that they travel together again.
    Outcome settle(Round round, Backoff backoff) {
        List<WriteResult> results = round.results();
        tellBrake(round, results);
        tellRefresher(round, results);
        long refused = results.stream().filter(Refused.class::isInstance).count();
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
                case Refused(String cause, String _) when brake.isOn() -> {
                    trouble.add("brake on, " + refused + " documents refused: " + cause);
                    entry.acquit();
                    again.add(entry);
                }
                case Refused _ when entry.refusals() + 1 < brake.refusalsMax() -> {
                    entry.refuse();
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
        boolean blocked = brake.isOn() || (settled + suspected == 0 && !again.isEmpty());
        int vain = blocked ? round.vainBefore() + 1 : 0;
        postpone(again, attempts -> backoff.after(attempts, vain));
        return new Outcome(trouble.first(), blocked);
    }

    /// Stale ones count as taken: Elasticsearch reads a document before it compares versions. What
    /// was taken of a round that had been sent before the last refusal was known says nothing of
    /// the mapping since: another round has overtaken it.
    private void tellBrake(Round round, List<WriteResult> results) {
        int asked = 0;
        int refused = 0;
        int taken = 0;
        boolean isRefused = false;
        for (int i = 0; i < results.size(); i++) {
            boolean isNew = round.entries().get(i).refusals() == 0;
            asked += isNew ? 1 : 0;
            switch (results.get(i)) {
                case Refused _ -> {
                    refused += isNew ? 1 : 0;
                    isRefused = true;
                }
                case Applied _, Stale _ -> taken++;
                case NotNow _ -> {}
            }
        }
        brake.tell(asked, refused, isOvertaken(round) ? 0 : taken);
        if (isRefused) {
            lastRefusal = OptionalLong.of(System.nanoTime());
        }
    }

    private boolean isOvertaken(Round round) {
        return lastRefusal.isPresent() && round.sentAt() - lastRefusal.getAsLong() < 0;
    }

    /// One that is stale after an attempt in vain may be what that attempt wrote.
    private void tellRefresher(Round round, List<WriteResult> results) {
        for (int i = 0; i < results.size(); i++) {
            boolean isAgain = round.entries().get(i).attempts() > 0;
            if (results.get(i) instanceof Applied || (results.get(i) instanceof Stale && isAgain)) {
                refresher.wrote();
            }
        }
    }

    /// Nothing is left in hand that the brake was put on for.
    void letBrakeGo() {
        brake.letGo();
    }

    /// Lets searches see what was written, if it is time.
    ///
    /// @param inHand events that are not settled yet
    void show(int inHand) {
        refresher.look(inHand);
    }

    /// How long until `show` would do so with nothing in hand; empty if there is nothing to show.
    OptionalLong nanosUntilShown() {
        return refresher.nanosUntilDue();
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
