package org.broadsheet.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.broadsheet.index.event.EventDecoder;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final TopicPartition FIRST = new TopicPartition("articles", 0);
    private static final TopicPartition SECOND = new TopicPartition("articles", 1);

    private final Batch batch = new Batch();

    @Test
    void onlyTheNewestRevisionOfAnArticleIsWritten() {
        int superseded =
                add(
                        List.of(
                                Examples.record(0, 5, Examples.stored("a", 2, "zwei")),
                                Examples.record(0, 6, Examples.withdrawn("a", 3)),
                                Examples.record(0, 7, Examples.stored("a", 1, "eins")),
                                Examples.record(0, 8, Examples.withdrawn("a", 3)),
                                Examples.record(0, 9, Examples.stored("b", 1, "b"))));

        assertThat(superseded).isEqualTo(3);
        assertThat(batch.toWrite(100))
                .extracting(entry -> entry.event().offset())
                .containsExactly(6L, 9L);
    }

    @Test
    void offsetsStopAtTheFirstEventThatIsNotSettled() {
        add(
                List.of(
                        Examples.record(0, 5, Examples.stored("a", 1, "a")),
                        Examples.record(0, 6, "garbage"),
                        Examples.record(0, 7, Examples.stored("b", 1, "b")),
                        Examples.record(1, 3, Examples.stored("c", 1, "c"))));

        batch.toWrite(100).forEach(entry -> entry.become(new Task.Settled()));

        assertThat(batch.isSettled()).isFalse();
        assertThat(batch.takeSettledOffsets()).isEqualTo(Map.of(FIRST, 6L, SECOND, 4L));
        assertThat(batch.takeSettledOffsets()).isEmpty();
        batch.toBury().forEach(entry -> entry.become(new Task.Settled()));
        assertThat(batch.isSettled()).isTrue();
        assertThat(batch.takeSettledOffsets()).isEqualTo(Map.of(FIRST, 8L));
    }

    @Test
    void supersededEventAloneDoesNotMoveTheOffset() {
        add(
                List.of(
                        Examples.record(0, 5, Examples.stored("a", 2, "neu")),
                        Examples.record(0, 6, Examples.stored("a", 1, "alt"))));

        assertThat(batch.takeSettledOffsets()).isEmpty();
    }

    @Test
    void revokedPartitionIsGivenUpAndTheOtherOneStays() {
        add(
                List.of(
                        Examples.record(0, 5, Examples.stored("a", 1, "a")),
                        Examples.record(0, 6, Examples.stored("b", 1, "b")),
                        Examples.record(1, 3, Examples.stored("c", 1, "c"))));
        batch.toWrite(100).getFirst().become(new Task.Settled());

        Map<TopicPartition, Long> settled = batch.giveUp(List.of(FIRST));

        assertThat(settled).isEqualTo(Map.of(FIRST, 6L));
        assertThat(batch.toWrite(100))
                .extracting(entry -> entry.event().partition())
                .containsExactly(1);
    }

    @Test
    void whatComesBackForAGivenUpPartitionCountsNoLonger() {
        add(
                List.of(
                        Examples.record(0, 5, Examples.stored("a", 1, "a")),
                        Examples.record(1, 3, Examples.stored("c", 1, "c"))));
        List<Batch.Entry> travelling = batch.toWrite(100);
        batch.giveUp(List.of(FIRST));
        assertThat(batch.unsettled()).isEqualTo(1);

        travelling.getFirst().become(new Task.Settled());
        assertThat(batch.unsettled()).isEqualTo(1);
        assertThat(batch.isSettled()).isFalse();

        travelling.getLast().become(new Task.Settled());
        assertThat(batch.isSettled()).isTrue();
        assertThat(batch.takeSettledOffsets()).isEqualTo(Map.of(SECOND, 4L));
    }

    @Test
    void whatIsSettledBehindAnOpenEventIsTakenWithIt() {
        add(
                List.of(
                        Examples.record(0, 5, Examples.stored("a", 1, "a")),
                        Examples.record(0, 6, Examples.stored("b", 1, "b"))));
        List<Batch.Entry> travelling = batch.toWrite(100);

        travelling.getLast().become(new Task.Settled());
        assertThat(batch.takeSettledOffsets()).isEmpty();
        assertThat(batch.unsettled()).isEqualTo(1);
        add(List.of(Examples.record(0, 7, Examples.stored("d", 1, "d"))));
        assertThat(batch.takeSettledOffsets()).isEmpty();

        travelling.getFirst().become(new Task.Settled());
        assertThat(batch.takeSettledOffsets()).isEqualTo(Map.of(FIRST, 7L));
        assertThat(batch.unsettled()).isEqualTo(1);
    }

    private int add(List<ConsumerRecord<byte[], byte[]>> events) {
        return batch.add(events, new EventDecoder());
    }
}
