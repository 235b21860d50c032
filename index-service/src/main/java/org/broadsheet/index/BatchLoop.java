package org.broadsheet.index;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.broadsheet.index.event.ArticleConsumer;
import org.broadsheet.index.event.EventDecoder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Turn after turn: poll, decode, send what is due, take in what came back, commit. While rounds of
/// documents travel, the next events are taken and decoded. What is turned away is sent again and
/// holds only itself up; when nothing gets through, the partitions rest and polling goes on, so
/// that the consumer keeps its place in the group for as long as an outage lasts.
final class BatchLoop implements ArticleConsumer.Handover {
    private static final Logger LOG = Logger.getLogger(BatchLoop.class);
    private static final Duration LAG_EVERY = Duration.ofSeconds(1);

    /// How long a turn waits for the rounds that travel, unless one is back before: hardly while
    /// there are events to take, else not so often that looking costs something.
    private static final Duration GLANCE = Duration.ofMillis(1);

    private static final Duration LOOK = Duration.ofMillis(25);

    private final EventDecoder decoder;
    private final Delivery delivery;
    private final IndexerCondition condition;
    private final IndexerMetrics metrics;
    private final Backoff backoff;
    private final IndexerConfig config;
    private final Duration pollWait;
    private final Valve valve;
    private final Batch batch = new Batch();
    private final Set<Round> travelling = new HashSet<>();
    private final BlockingQueue<Round> back = new LinkedBlockingQueue<>();
    private Optional<String> writingTrouble = Optional.empty();
    private Optional<String> buryingTrouble = Optional.empty();
    private int buryingAttempts;
    private int vainRounds;
    private boolean inDoubt;
    private boolean blocked;
    private long buryAt = System.nanoTime();
    private long lagAt = buryAt;
    private OptionalLong waiting = OptionalLong.empty();
    private boolean lagKnown;

    BatchLoop(
            EventDecoder decoder,
            Delivery delivery,
            IndexerCondition condition,
            IndexerMetrics metrics,
            Backoff backoff,
            IndexerConfig config,
            Duration pollWait,
            Valve valve) {
        this.decoder = decoder;
        this.delivery = delivery;
        this.condition = condition;
        this.metrics = metrics;
        this.backoff = backoff;
        this.config = config;
        this.pollWait = pollWait;
        this.valve = valve;
    }

    /// Takes the next step; true if events got through again after trouble.
    boolean turn(ArticleConsumer consumer) {
        boolean closed = valve.isClosed();
        if (batch.isSettled()) {
            // Nothing is left to get through: its partitions may have been handed over.
            inDoubt = false;
            blocked = false;
            delivery.letBrakeGo();
        }
        delivery.show(batch.unsettled());
        consumer.hold(closed || blocked || isFull());
        var events = consumer.poll(patience(closed));
        if (!events.isEmpty()) {
            metrics.batch(events.size());
            metrics.stale(batch.add(events, decoder));
        }
        boolean recovered = takeIn(events.isEmpty() ? LOOK : GLANCE);
        if (Thread.currentThread().isInterrupted()) {
            return recovered;
        }
        if (!closed) {
            sendDue();
            buryDue();
        }
        finish(consumer);
        measureLag(consumer);
        tellLag();
        tellCondition(closed);
        return recovered;
    }

    /// Waits for the rounds that travel: until they are back, or the thread is interrupted.
    void drain() {
        while (!travelling.isEmpty()) {
            boolean _ = takeIn(LOOK);
        }
        buryDue();
    }

    /// Commits what is in hand as far as it is settled.
    void finish(ArticleConsumer consumer) {
        if (batch.size() > 0) {
            Map<TopicPartition, Long> settled = batch.takeSettledOffsets();
            if (!settled.isEmpty()) {
                consumer.settle(settled);
            }
        }
    }

    @Override
    public Map<TopicPartition, Long> giveUp(Collection<TopicPartition> partitions) {
        return batch.giveUp(partitions);
    }

    private boolean isFull() {
        return batch.size() >= config.inHandEventsMax()
                || batch.bytes() >= config.inHandBytesMax().asLongValue();
    }

    /// Takes in the rounds that are back by now; true if events got through again after trouble.
    private boolean takeIn(Duration patience) {
        if (travelling.isEmpty()) {
            return false;
        }
        try {
            Round first = back.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            return takeInFrom(first);
        } catch (InterruptedException e) {
            boolean recovered = takeInFrom(back.poll());
            List.copyOf(travelling).forEach(Round::abandon);
            travelling.clear();
            Thread.currentThread().interrupt();
            return recovered;
        }
    }

    private boolean takeInFrom(@Nullable Round first) {
        boolean recovered = false;
        for (Round round = first; round != null; round = back.poll()) {
            recovered |= takeIn(round);
        }
        return recovered;
    }

    /// A round in vain says nothing of the index while another may get through: only when that is
    /// back and was in vain too, nothing does.
    private boolean takeIn(Round round) {
        if (!travelling.remove(round)) {
            return false;
        }
        round.entries().forEach(entry -> entry.travels(false));
        boolean wasTroubled = writingTrouble.isPresent();
        Delivery.Outcome outcome = delivery.settle(round, backoff);
        inDoubt = outcome.blocked();
        // A round that the brake has overtaken has no trouble of its own.
        writingTrouble = outcome.trouble().or(() -> inDoubt ? writingTrouble : Optional.empty());
        blocked = inDoubt && (blocked || travelling.isEmpty());
        vainRounds = inDoubt ? round.vainBefore() + 1 : 0;
        return wasTroubled && writingTrouble.isEmpty();
    }

    private void sendDue() {
        while (travelling.isEmpty() || (travelling.size() < config.roundsMax() && isClear())) {
            List<Batch.Entry> due = batch.toWrite(config.roundDocumentsMax());
            if (due.isEmpty()) {
                return;
            }
            due.forEach(entry -> entry.travels(true));
            travelling.add(delivery.send(due, vainRounds, back::add));
        }
    }

    /// Otherwise one round at a time finds out whether something gets through again, and whether a
    /// document that was refused is to blame: what is said of the others must not come too late.
    private boolean isClear() {
        return !inDoubt && !batch.hasSuspects();
    }

    private void buryDue() {
        if (buryAt - System.nanoTime() > 0) {
            return;
        }
        buryingTrouble = delivery.bury(batch);
        if (buryingTrouble.isPresent()) {
            buryAt = System.nanoTime() + backoff.after(buryingAttempts++).toNanos();
        } else {
            buryingAttempts = 0;
        }
    }

    private void tellCondition(boolean closed) {
        Optional<String> trouble =
                (blocked ? writingTrouble : Optional.<String>empty()).or(() -> buryingTrouble);
        if (trouble.isPresent()) {
            condition.become(new IndexerState.Degraded(trouble.get()));
        } else {
            condition.become(closed ? new IndexerState.Paused() : new IndexerState.Indexing());
        }
    }

    /// What is in hand counts as waiting.
    private void tellLag() {
        metrics.lag(
                waiting.isPresent()
                        ? OptionalLong.of(waiting.getAsLong() + batch.unsettled())
                        : waiting);
    }

    private void measureLag(ArticleConsumer consumer) {
        if (lagAt - System.nanoTime() > 0) {
            return;
        }
        waiting = consumer.lag();
        if (waiting.isPresent() != lagKnown) {
            lagKnown = waiting.isPresent();
            LOG.info(
                    lagKnown
                            ? "lag known, brokers answer"
                            : "lag unknown, no broker answers or no partition is ours");
        }
        lagAt = System.nanoTime() + LAG_EVERY.toNanos();
    }

    /// How long a poll may wait: not at all while rounds travel, and never beyond the time at which
    /// something is to be sent again, or to be shown to searches.
    private Duration patience(boolean closed) {
        if (!travelling.isEmpty()) {
            return Duration.ZERO;
        }
        OptionalLong due = OptionalLong.empty();
        if (batch.isSettled()) {
            due = delivery.nanosUntilShown();
        } else if (!closed) {
            due = batch.nanosUntilDue();
        }
        return due.isPresent()
                ? Duration.ofNanos(Math.min(due.getAsLong(), pollWait.toNanos()))
                : pollWait;
    }
}
