package org.broadsheet.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
/// only the newest revision is written; the others are settled at once, as stale. For one thread.
final class Batch {
    private List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> newest = new HashMap<>();
    private long bytes;

    /// How many of the entries are not settled, and how many of these are to be buried: a turn that
    /// changes nothing asks for both, and the entries may be thousands.
    private int unsettled;

    private int toBury;

    /// Whether an entry was settled since offsets were last taken: if not, there are none to take.
    private boolean settledSince;

    /// One event of the batch.
    final class Entry {
        private final ConsumerRecord<byte[], byte[]> event;
        private final TopicPartition partition;
        private final Instant takenAt = Instant.now();
        private Task task;
        private int attempts;
        private int refusals;
        private boolean isHeld = true;
        private boolean travels;
        private long dueAt = System.nanoTime();

        private Entry(ConsumerRecord<byte[], byte[]> event, Task task) {
            this.event = event;
            this.partition = new TopicPartition(event.topic(), event.partition());
            this.task = task;
            count(1);
        }

        private void count(int step) {
            switch (task) {
                case Task.Write _ -> unsettled += step;
                case Task.Bury _ -> {
                    unsettled += step;
                    toBury += step;
                }
                case Task.Settled _ -> settledSince = true;
            }
        }

        ConsumerRecord<byte[], byte[]> event() {
            return event;
        }

        /// When it came.
        Instant takenAt() {
            return takenAt;
        }

        Task task() {
            return task;
        }

        /// What came back for events that were given up meanwhile no longer counts here.
        void become(Task next) {
            if (isHeld) {
                count(-1);
                task = next;
                count(1);
            } else {
                task = next;
            }
        }

        /// While its document is on its way, no other round takes it.
        void travels(boolean now) {
            travels = now;
        }

        /// How often it was tried in vain.
        int attempts() {
            return attempts;
        }

        /// It was tried in vain and is not to be tried again before then.
        ///
        /// @param nanoTime as of `System.nanoTime()`
        void tryAgainAt(long nanoTime) {
            attempts++;
            dueAt = nanoTime;
        }

        /// How often in a row its document was refused with the brake off.
        int refusals() {
            return refusals;
        }

        void refuse() {
            refusals++;
        }

        /// The refusals were not its fault.
        void acquit() {
            refusals = 0;
        }

        private boolean waits() {
            return task instanceof Task.Write && !travels;
        }

        private boolean isSettled() {
            return task instanceof Task.Settled;
        }

        private int bytes() {
            return Math.max(0, event.serializedValueSize());
        }
    }

    /// Takes more events in; says how many are superfluous because of a newer one in the batch.
    int add(List<ConsumerRecord<byte[], byte[]>> events, EventDecoder decoder) {
        int superseded = 0;
        for (ConsumerRecord<byte[], byte[]> event : events) {
            Entry entry = new Entry(event, task(event, decoder.decode(event)));
            entries.add(entry);
            bytes += entry.bytes();
            if (entry.task instanceof Task.Write(DocumentWrite document)) {
                superseded += keepNewest(entry, document);
            }
        }
        return superseded;
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

    private int keepNewest(Entry entry, DocumentWrite document) {
        Entry other = newest.get(document.id());
        if (other == null || !(other.task instanceof Task.Write(DocumentWrite before))) {
            newest.put(document.id(), entry);
            return 0;
        }
        if (document.revision() > before.revision()) {
            newest.put(document.id(), entry);
            other.become(new Task.Settled());
        } else {
            entry.become(new Task.Settled());
        }
        return 1;
    }

    /// Whether documents that were refused are still to be written.
    boolean hasSuspects() {
        return entries.stream()
                .anyMatch(entry -> entry.refusals > 0 && entry.task instanceof Task.Write);
    }

    int size() {
        return entries.size();
    }

    /// Bytes of the events in hand.
    long bytes() {
        return bytes;
    }

    /// Entries with a document to write that are due and do not travel.
    List<Entry> toWrite(int max) {
        long now = System.nanoTime();
        return entries.stream()
                .filter(entry -> entry.waits() && entry.dueAt - now <= 0)
                .limit(max)
                .toList();
    }

    /// How long until something is due to be written, 0 if something is; empty if nothing waits.
    OptionalLong nanosUntilDue() {
        long now = System.nanoTime();
        return entries.stream()
                .filter(Entry::waits)
                .mapToLong(entry -> Math.max(0, entry.dueAt - now))
                .min();
    }

    List<Entry> toBury() {
        return toBury == 0
                ? List.of()
                : entries.stream().filter(entry -> entry.task instanceof Task.Bury).toList();
    }

    int unsettled() {
        return unsettled;
    }

    boolean isSettled() {
        return unsettled == 0;
    }

    /// Up to where each partition may be committed: its first event that is not settled, or the
    /// place behind its last one. The events before that are let go; partitions without progress
    /// are left out.
    Map<TopicPartition, Long> takeSettledOffsets() {
        if (!settledSince) {
            return Map.of();
        }
        settledSince = false;
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Set<TopicPartition> stopped = new HashSet<>();
        List<Entry> kept = new ArrayList<>();
        for (Entry entry : entries) {
            TopicPartition partition = entry.partition;
            if (entry.isSettled() && !stopped.contains(partition)) {
                offsets.put(partition, entry.event.offset() + 1);
            } else {
                stopped.add(partition);
                kept.add(entry);
            }
        }
        keep(kept);
        return offsets;
    }

    /// Gives up the events of these partitions; says how far they were settled.
    Map<TopicPartition, Long> giveUp(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> settled = takeSettledOffsets();
        keep(entries.stream().filter(entry -> !partitions.contains(entry.partition)).toList());
        return settled;
    }

    private void keep(List<Entry> kept) {
        if (kept.size() == entries.size()) {
            return;
        }
        entries.forEach(entry -> entry.isHeld = false);
        entries = new ArrayList<>(kept);
        entries.forEach(entry -> entry.isHeld = true);
        unsettled = (int) entries.stream().filter(entry -> !entry.isSettled()).count();
        toBury = (int) entries.stream().filter(entry -> entry.task instanceof Task.Bury).count();
        bytes = entries.stream().mapToLong(Entry::bytes).sum();
        newest.values().retainAll(Set.copyOf(entries));
    }
}
