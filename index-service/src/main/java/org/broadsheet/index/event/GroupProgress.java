package org.broadsheet.index.event;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// How far all replicas together have come with the topic.
///
/// @param total events on the topic, as its offsets tell: after a compaction fewer
/// @param remaining of these, not yet committed
public record GroupProgress(long total, long remaining) {

    /// Committed offsets that bear another mark count for nothing.
    static GroupProgress of(
            List<TopicPartition> partitions,
            Map<TopicPartition, OffsetAndMetadata> committed,
            Map<TopicPartition, ListOffsetsResultInfo> starts,
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            String mark) {
        long total = 0;
        long remaining = 0;
        for (TopicPartition partition : partitions) {
            long start = offset(starts, partition);
            long end = offset(ends, partition);
            OffsetAndMetadata offset = committed.get(partition);
            long done = offset != null && offset.metadata().equals(mark) ? offset.offset() : start;
            total += end - start;
            remaining += Math.max(0, end - Math.max(start, done));
        }
        return new GroupProgress(total, remaining);
    }

    private static long offset(
            Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        ListOffsetsResultInfo found = offsets.get(partition);
        return found == null ? 0 : found.offset();
    }

    static <T> Map<TopicPartition, T> forEach(List<TopicPartition> partitions, T value) {
        return partitions.stream().collect(Collectors.toMap(Function.identity(), p -> value));
    }
}
