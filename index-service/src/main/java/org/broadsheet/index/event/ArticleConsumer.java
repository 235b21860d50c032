package org.broadsheet.index.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The consumer as the indexer sees it, for one thread: events come out, settled offsets go in.
/// Every committed offset carries the mark of the index it was applied to and of the topic it
/// counts in; partitions whose offsets carry another mark, or none, are read from the start,
/// because nothing is known of what that index holds.
public final class ArticleConsumer implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ArticleConsumer.class);

    private final Consumer<byte[], byte[]> consumer;
    private final EventsConfig config;
    private final String mark;
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted = new HashMap<>();
    private boolean held;

    /// What happens to work on partitions that this consumer has to hand over.
    @FunctionalInterface
    public interface Handover {
        /// Gives up all work on these partitions and returns how far they are settled.
        Map<TopicPartition, Long> giveUp(Collection<TopicPartition> partitions);
    }

    public ArticleConsumer(
            Consumer<byte[], byte[]> consumer,
            EventsConfig config,
            String mark,
            Handover handover) {
        this.consumer = consumer;
        this.config = config;
        this.mark = mark;
        consumer.subscribe(List.of(config.topic()), new Rebalance(handover));
    }

    /// The next events. None while held: the call then only keeps the place in the group.
    public List<ConsumerRecord<byte[], byte[]>> poll(Duration wait) {
        if (!uncommitted.isEmpty()) {
            commit();
        }
        var events = consumer.poll(wait);
        return events.isEmpty()
                ? List.of()
                : events.partitions().stream()
                        .flatMap(partition -> events.records(partition).stream())
                        .toList();
    }

    /// Stops or resumes the flow of events without leaving the group.
    public void hold(boolean hold) {
        if (hold == held) {
            return;
        }
        held = hold;
        if (hold) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
    }

    /// Commits how far each partition is settled. What the brokers do not take now is kept and sent
    /// again with the next poll.
    public void settle(Map<TopicPartition, Long> offsets) {
        offsets.forEach(
                (partition, offset) ->
                        uncommitted.put(partition, new OffsetAndMetadata(offset, mark)));
        commit();
    }

    /// Events on this consumer's partitions that it has not taken yet, asked of the brokers: a held
    /// consumer learns nothing by itself. Empty while that is not known.
    public OptionalLong lag() {
        Set<TopicPartition> assignment = consumer.assignment();
        if (assignment.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            var ends = consumer.endOffsets(assignment, config.callDeadline());
            long sum = 0;
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                long position = consumer.position(end.getKey(), config.callDeadline());
                sum += Math.max(0, end.getValue() - position);
            }
            return OptionalLong.of(sum);
        } catch (TimeoutException e) {
            return OptionalLong.empty();
        }
    }

    private void commit() {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(Map.copyOf(uncommitted), config.callDeadline());
            uncommitted.clear();
        } catch (CommitFailedException e) {
            LOG.warnf("offsets not committed, events will come again: left the group");
            uncommitted.clear();
        } catch (RebalanceInProgressException | RetriableException e) {
            LOG.debugf(e, "offsets not committed, kept for the next poll");
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        private final Handover handover;

        Rebalance(Handover handover) {
            this.handover = handover;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            var committed = consumer.committed(Set.copyOf(partitions), config.callDeadline());
            List<TopicPartition> foreign =
                    partitions.stream().filter(p -> isForeign(committed.get(p))).toList();
            if (!foreign.isEmpty()) {
                consumer.seekToBeginning(foreign);
            }
            if (held) {
                consumer.pause(partitions);
            }
            LOG.infof(
                    "partitions assigned count=%d fromStart=%d", partitions.size(), foreign.size());
        }

        private boolean isForeign(@Nullable OffsetAndMetadata offset) {
            return offset != null && !mark.equals(offset.metadata());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            settle(handover.giveUp(partitions));
            uncommitted.keySet().removeAll(partitions);
            LOG.infof("partitions revoked count=%d", partitions.size());
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            handover.giveUp(partitions);
            uncommitted.keySet().removeAll(partitions);
            LOG.warnf("partitions lost count=%d", partitions.size());
        }
    }
}
