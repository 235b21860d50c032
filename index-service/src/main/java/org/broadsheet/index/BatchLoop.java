package org.broadsheet.index;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;
import org.broadsheet.index.event.ArticleConsumer;
import org.broadsheet.index.event.EventDecoder;
import org.jboss.logging.Logger;

/// One batch after another: poll, decode, deliver, commit. While a batch cannot be settled its
/// partitions rest and polling goes on, so that the consumer keeps its place in the group for as
/// long as an outage lasts.
final class BatchLoop implements ArticleConsumer.Handover {
    private static final Logger LOG = Logger.getLogger(BatchLoop.class);
    private static final Duration LAG_EVERY = Duration.ofSeconds(1);

    private final EventDecoder decoder;
    private final Delivery delivery;
    private final IndexerCondition condition;
    private final IndexerMetrics metrics;
    private final Backoff backoff;
    private final Duration pollWait;
    private final Batch batch = new Batch();
    private long attemptAt = System.nanoTime();
    private long lagAt = attemptAt;
    private OptionalLong waiting = OptionalLong.empty();
    private boolean lagKnown;
    private boolean troubled;

    BatchLoop(
            EventDecoder decoder,
            Delivery delivery,
            IndexerCondition condition,
            IndexerMetrics metrics,
            Backoff backoff,
            Duration pollWait) {
        this.decoder = decoder;
        this.delivery = delivery;
        this.condition = condition;
        this.metrics = metrics;
        this.backoff = backoff;
        this.pollWait = pollWait;
    }

    /// Takes the next step; true if a batch was settled after trouble.
    boolean turn(ArticleConsumer consumer) {
        consumer.hold(!batch.isSettled());
        var events = consumer.poll(patience());
        if (!events.isEmpty()) {
            metrics.batch(events.size());
            metrics.stale(batch.add(events, decoder));
            tellLag();
        }
        boolean recovered = false;
        if (!batch.isSettled() && attemptAt - System.nanoTime() <= 0) {
            recovered = attempt();
        }
        finish(consumer);
        measureLag(consumer);
        tellLag();
        return recovered;
    }

    /// Commits the batch in hand as far as it is settled.
    void finish(ArticleConsumer consumer) {
        if (batch.size() > 0) {
            Map<TopicPartition, Long> settled = batch.takeSettledOffsets();
            if (!settled.isEmpty()) {
                consumer.settle(settled);
            }
        }
    }

    /// What is in hand counts as waiting, also while an attempt lasts.
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

    @Override
    public Map<TopicPartition, Long> giveUp(Collection<TopicPartition> partitions) {
        return batch.giveUp(partitions);
    }

    private boolean attempt() {
        Optional<String> trouble = delivery.attempt(batch);
        if (trouble.isPresent()) {
            condition.become(new IndexerState.Waiting(trouble.get()));
            attemptAt = System.nanoTime() + backoff.next().toNanos();
            troubled = true;
            return false;
        }
        boolean recovered = troubled;
        troubled = false;
        backoff.reset();
        condition.become(new IndexerState.Indexing());
        return recovered;
    }

    private Duration patience() {
        if (batch.isSettled()) {
            return pollWait;
        }
        long untilAttempt = Math.max(0, attemptAt - System.nanoTime());
        return Duration.ofNanos(Math.min(untilAttempt, pollWait.toNanos()));
    }
}
