package org.broadsheet.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.broadsheet.index.event.ArticleEvent;
import org.broadsheet.index.event.ArticleEvent.ArticleStored;
import org.broadsheet.index.event.ArticleEvent.ArticleWithdrawn;
import org.broadsheet.index.event.ArticleEvent.Undecodable;
import org.broadsheet.index.event.DeadLetter;
import org.broadsheet.index.event.EventDecoder;
import org.broadsheet.index.index.DocumentWrite;

/// The events in hand, each with what is still to be done for it. Of several events of one article
/// only the newest revision is written; the others are settled at once, as stale.
final class Batch {
    private final List<Entry> entries = new ArrayList<>();

    /// One event of the batch.
    static final class Entry {
        private final ConsumerRecord<byte[], byte[]> event;
        private Task task;

        private Entry(ConsumerRecord<byte[], byte[]> event, Task task) {
            this.event = event;
            this.task = task;
        }

        ConsumerRecord<byte[], byte[]> event() {
            return event;
        }

        Task task() {
            return task;
        }

        void become(Task next) {
            task = next;
        }

        private TopicPartition partition() {
            return new TopicPartition(event.topic(), event.partition());
        }
    }

    /// Takes more events in; says how many are superfluous because of a newer one in the batch.
    int add(List<ConsumerRecord<byte[], byte[]>> events, EventDecoder decoder) {
        for (ConsumerRecord<byte[], byte[]> event : events) {
            entries.add(new Entry(event, task(event, decoder.decode(event))));
        }
        return keepNewest();
    }

    private static Task task(ConsumerRecord<byte[], byte[]> event, ArticleEvent decoded) {
        return switch (decoded) {
            case ArticleStored stored ->
                    new Task.Write(DocumentWrite.of(ArticleDocuments.of(stored)));
            case ArticleWithdrawn withdrawn ->
                    new Task.Write(DocumentWrite.of(ArticleDocuments.of(withdrawn)));
            case Undecodable(String reason) ->
                    new Task.Bury(
                            new DeadLetter(event, "undecodable", reason, OptionalLong.empty()));
        };
    }

    private int keepNewest() {
        int superseded = 0;
        Map<String, Entry> newest = new HashMap<>();
        for (Entry entry : entries) {
            if (!(entry.task instanceof Task.Write(DocumentWrite document))) {
                continue;
            }
            Entry other = newest.get(document.id());
            Entry older = other == null || isNewer(document, other) ? other : entry;
            if (older != entry) {
                newest.put(document.id(), entry);
            }
            if (older != null) {
                older.become(new Task.Settled());
                superseded++;
            }
        }
        return superseded;
    }

    private static boolean isNewer(DocumentWrite document, Entry than) {
        return than.task instanceof Task.Write(DocumentWrite other)
                && document.revision() > other.revision();
    }

    int size() {
        return entries.size();
    }

    List<Entry> toWrite() {
        return entries.stream().filter(entry -> entry.task instanceof Task.Write).toList();
    }

    List<Entry> toBury() {
        return entries.stream().filter(entry -> entry.task instanceof Task.Bury).toList();
    }

    int unsettled() {
        return (int)
                entries.stream().filter(entry -> !(entry.task instanceof Task.Settled)).count();
    }

    boolean isSettled() {
        return unsettled() == 0;
    }

    /// Up to where each partition may be committed: its first event that is not settled, or the
    /// place behind its last one. The events before that are let go; partitions without progress
    /// are left out.
    Map<TopicPartition, Long> takeSettledOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Set<TopicPartition> stopped = new HashSet<>();
        Iterator<Entry> each = entries.iterator();
        while (each.hasNext()) {
            Entry entry = each.next();
            TopicPartition partition = entry.partition();
            if (!(entry.task instanceof Task.Settled)) {
                stopped.add(partition);
            } else if (!stopped.contains(partition)) {
                offsets.put(partition, entry.event.offset() + 1);
                each.remove();
            }
        }
        return offsets;
    }

    /// Gives up the events of these partitions; says how far they were settled.
    Map<TopicPartition, Long> giveUp(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> settled = takeSettledOffsets();
        entries.removeIf(entry -> partitions.contains(entry.partition()));
        return settled;
    }
}
