package org.broadsheet.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.broadsheet.index.event.ArticleConsumer;
import org.broadsheet.index.event.DeadLetters;
import org.broadsheet.index.event.EventDecoder;
import org.broadsheet.index.event.EventsConfig;
import org.broadsheet.index.index.ArticleIndex;
import org.broadsheet.index.index.Elasticsearch;
import org.broadsheet.index.index.IndexConfig;
import org.broadsheet.index.index.IndexContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The loop with the consumer and the producer that Kafka's own library offers for tests, and an
/// Elasticsearch that answers as told.
class BatchLoopTest {
    private static final TopicPartition PARTITION = new TopicPartition("articles", 0);

    private final FakeElasticsearch elasticsearch = new FakeElasticsearch();
    private static final Duration POLL_WAIT = Duration.ofSeconds(30);
    private static final Duration REFRESH_EVERY = Duration.ofSeconds(20);

    private final PatientConsumer kafka = new PatientConsumer();
    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final IndexerMetrics metrics = new IndexerMetrics(new SimpleMeterRegistry());
    private final IndexerCondition condition = new IndexerCondition();
    private final Valve valve = new Valve();
    private final BatchLoop loop;
    private final ArticleConsumer consumer;

    BatchLoopTest() {
        SmallRyeConfig config =
                Configs.of(
                        Map.of(
                                "events.topic", "articles",
                                "indexer.refresh-every", REFRESH_EVERY.toString(),
                                "indexer.backoff-max", "100ms",
                                "index.bulk-bytes-max", "100K"));
        IndexerConfig indexer = config.getConfigMapping(IndexerConfig.class);
        EventsConfig events = config.getConfigMapping(EventsConfig.class);
        IndexConfig index = config.getConfigMapping(IndexConfig.class);
        ArticleIndex articleIndex =
                new ArticleIndex(
                        new Elasticsearch(elasticsearch.client()),
                        IndexContract.read(index),
                        index);
        Delivery delivery =
                new Delivery(
                        articleIndex,
                        new DeadLetters(() -> deadLetters, events),
                        metrics,
                        Examples.noTraces(),
                        indexer);
        Backoff backoff =
                new Backoff(indexer.backoffMin(), indexer.backoffMax(), new SplittableRandom(1));
        loop =
                new BatchLoop(
                        new EventDecoder(),
                        delivery,
                        condition,
                        metrics,
                        backoff,
                        indexer,
                        POLL_WAIT,
                        valve);
        consumer = new ArticleConsumer(kafka, events, "index-a", loop);
    }

    @BeforeEach
    void assignPartition() {
        kafka.updateBeginningOffsets(Map.of(PARTITION, 0L));
        kafka.rebalance(List.of(PARTITION));
    }

    @AfterEach
    void closeElasticsearch() throws IOException {
        elasticsearch.close();
    }

    @Test
    void appliedBatchIsCommittedWithTheMarkOfTheIndex() {
        publish(Examples.stored("a", 1, "a"), Examples.stored("b", 1, "b"));

        turnUntilCommitted(2);

        assertThat(elasticsearch.requests()).containsExactly(List.of("a", "b"));
        assertThat(metrics.applied()).isEqualTo(2);
        assertThat(kafka.committed(Set.of(PARTITION)))
                .containsEntry(PARTITION, new OffsetAndMetadata(2, "index-a"));
    }

    @Test
    void onlyWhatWasTurnedAwayIsSentAgain() {
        publish(
                Examples.stored("a", 1, "a"),
                Examples.stored("b", 1, "b"),
                Examples.stored("c", 1, "c"));
        elasticsearch.nextItems(id -> id.equals("b") ? 429 : 201);
        elasticsearch.nextItems(id -> 503);

        turnUntilCommitted(3);

        assertThat(elasticsearch.requests())
                .containsExactly(List.of("a", "b", "c"), List.of("b"), List.of("b"));
        assertThat(metrics.applied()).isEqualTo(3);
        assertThat(deadLetters.history()).isEmpty();
    }

    @Test
    void outageMovesNothingAndIsSaid() {
        publish(Examples.stored("a", 1, "a"));
        elasticsearch.nextWhole(503);

        turnUntil(new IndexerState.Degraded("503 whole"));

        assertThat(committed()).isEqualTo(-1);
        assertThat(metrics.lag()).hasValue(1);
        turnUntilCommitted(1);
        turnUntil(new IndexerState.Indexing());
    }

    @Test
    void lostAnswerIsAskedForAgainAndConflictsAreSuccess() {
        publish(Examples.stored("a", 1, "a"), Examples.stored("b", 1, "b"));
        elasticsearch.nextWhole(0);
        elasticsearch.nextItems(id -> 409);

        turnUntilCommitted(2);

        assertThat(metrics.stale()).isEqualTo(2);
        assertThat(deadLetters.history()).isEmpty();
    }

    @Test
    void refusedDocumentIsBuriedAloneWithItsBytesAndTheReason() {
        String poison = Examples.stored("b", 4, "b");
        publish(Examples.stored("a", 1, "a"), poison, Examples.stored("c", 1, "c"));
        elasticsearch.nextItems(id -> id.equals("b") ? 400 : 201);
        elasticsearch.nextItems(id -> 400);

        turnUntilCommitted(3);

        assertThat(elasticsearch.requests()).containsExactly(List.of("a", "b", "c"), List.of("b"));
        assertThat(deadLetters.history()).hasSize(1);
        var letter = deadLetters.history().getFirst();
        assertThat(letter.topic()).isEqualTo("broadsheet.articles.dead-letters.v1");
        assertThat(letter.value()).asString(UTF_8).isEqualTo(poison);
        assertThat(letter.headers())
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .containsExactly(
                        "dead-letter.cause=told",
                        "dead-letter.reason=so",
                        "dead-letter.topic=articles",
                        "dead-letter.partition=0",
                        "dead-letter.offset=1",
                        "dead-letter.revision=4");
        assertThat(metrics.applied()).isEqualTo(2);
        assertThat(metrics.dead()).isEqualTo(1);
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void documentThatSpoilsTheWholeRequestIsFoundByHalving() {
        List<String> events = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> events.add(Examples.stored("a" + i, 1, "a")));
        events.add(13, Examples.stored("x".repeat(40), 1, "x"));
        publish(events.toArray(String[]::new));
        elasticsearch.refuseIdsLongerThan(30);

        turnUntilCommitted(21);

        assertThat(metrics.applied()).isEqualTo(20);
        assertThat(metrics.dead()).isEqualTo(1);
        assertThat(committed()).isEqualTo(21);
    }

    @Test
    void deadLetterThatIsNotAcknowledgedHoldsTheOffset() {
        publish("garbage", Examples.stored("a", 1, "a"));
        deadLetters.sendException = new org.apache.kafka.common.errors.TimeoutException("away");

        turnUntil(new IndexerState.Degraded("dead letters not acknowledged"));
        turnUntil(() -> metrics.applied() == 1);

        assertThat(committed()).isEqualTo(-1);
        deadLetters.sendException = null;
        turnUntilCommitted(2);
        assertThat(deadLetters.history()).hasSize(1);
        assertThat(elasticsearch.requests()).containsExactly(List.of("a"));
    }

    @Test
    void mappingThatIsWrongForAllPutsTheBrakeOn() {
        publish(stored(0, 60));
        elasticsearch.nextItems(id -> 400);
        elasticsearch.nextItems(id -> 400);

        turnUntil(new IndexerState.Degraded("brake on, 60 documents refused: told"));
        turnUntilCommitted(60);
        assertThat(deadLetters.history()).isEmpty();
        assertThat(metrics.applied()).isEqualTo(60);
    }

    /// Found by a fault run: six documents came before the many, and were sent again after them.
    @Test
    void fewDocumentsBeforeAndAfterTheManyThatPutTheBrakeOnAreNotBuried() {
        elasticsearch.usually(_ -> 400);
        publishFrom(0, stored(0, 6));
        turnUntil(() -> elasticsearch.requests().size() == 1);
        publishFrom(6, stored(6, 83));
        turnUntil(() -> condition.state() instanceof IndexerState.Degraded);
        int before = elasticsearch.requests().size();
        turnUntil(() -> elasticsearch.requests().size() >= before + 12);
        assertThat(deadLetters.history()).isEmpty();

        elasticsearch.usually(_ -> 201);
        turnUntilCommitted(89);

        assertThat(deadLetters.history()).isEmpty();
        assertThat(metrics.applied()).isEqualTo(89);
        turnUntil(new IndexerState.Indexing());
    }

    @Test
    void documentRefusedWithNothingBesideItIsBuriedAfterSomeMoreAttempts() {
        elasticsearch.usually(_ -> 400);
        publishFrom(0, stored(0, 1));

        turnUntilCommitted(1);

        assertThat(elasticsearch.requests()).hasSize(6);
        assertThat(deadLetters.history()).hasSize(1);
    }

    @Test
    void outageBeforeARefusalDoesNotCountAsOne() {
        publish(stored(0, 1));
        for (int i = 0; i < 8; i++) {
            elasticsearch.nextWhole(503);
        }
        elasticsearch.usually(_ -> 400);

        turnUntilCommitted(1);

        assertThat(elasticsearch.requests()).hasSize(8 + 6);
        assertThat(deadLetters.history()).hasSize(1);
    }

    @Test
    void whatIsWrittenIsShownOnceNothingIsInHand() {
        publish(stored(0, 10));
        elasticsearch.nextItems(id -> id.equals("a0") ? 503 : 201);
        elasticsearch.nextItems(id -> 503);

        turnUntil(() -> elasticsearch.requests().size() == 2);
        assertThat(elasticsearch.refreshes()).isZero();

        turnUntilCommitted(10);
        turnUntil(() -> elasticsearch.refreshes() > 0);
        assertThat(elasticsearch.requests()).hasSize(3);
    }

    @Test
    void whatAnAttemptInVainMayHaveWrittenIsShownToo() {
        publish(stored(0, 1));
        elasticsearch.nextWhole(0);
        elasticsearch.usually(_ -> 409);

        turnUntilCommitted(1);
        turnUntil(() -> elasticsearch.refreshes() > 0);
        assertThat(metrics.stale()).isEqualTo(1);
    }

    @Test
    void pollEndsInTimeForTheNextRefresh() {
        publish(stored(0, 1));
        turnUntil(() -> elasticsearch.refreshes() == 1);
        publishFrom(1, stored(1, 1));
        turnUntilCommitted(2);

        loop.turn(consumer);
        assertThat(kafka.asked).isPositive().isLessThanOrEqualTo(REFRESH_EVERY);
    }

    /// Else it would hold all partitions for one document that nothing can ever be said beside.
    @Test
    void brakeIsLetGoWhenItsPartitionsAreHandedOver() {
        elasticsearch.usually(_ -> 400);
        publish(stored(0, 60));
        turnUntil(() -> condition.state() instanceof IndexerState.Degraded);

        kafka.rebalance(List.of());
        loop.turn(consumer);
        kafka.rebalance(List.of(PARTITION));
        loop.turn(consumer);
        kafka.seek(PARTITION, 60);
        publishFrom(60, stored(60, 1));

        turnUntilCommitted(61);
        assertThat(deadLetters.history()).hasSize(1);
    }

    private static String[] stored(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> Examples.stored("a" + i, 1, "a"))
                .toArray(String[]::new);
    }

    @Test
    void mappingMendedWhileABulkTravelsBuriesNothing() {
        publish(stored(0, 89));
        elasticsearch.nextItems(id -> 400);
        elasticsearch.nextItems(id -> number(id) < 30 ? 400 : 201);

        turnUntil(new IndexerState.Degraded("brake on, 89 documents refused: told"));
        turnUntilCommitted(89);

        assertThat(deadLetters.history()).isEmpty();
        assertThat(metrics.applied()).isEqualTo(89);
        turnUntil(new IndexerState.Indexing());
    }

    @Test
    void brakeIsLetGoByBadDocumentsThatWereRefusedAmongGoodOnes() {
        publish(stored(0, 300));
        elasticsearch.usually(id -> 400);
        turnUntil(() -> condition.state() instanceof IndexerState.Degraded);
        elasticsearch.usually(id -> number(id) < 55 ? 400 : 201);

        turnUntilCommitted(300);

        assertThat(deadLetters.history()).hasSize(55);
        assertThat(metrics.applied()).isEqualTo(245);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(1));
    }

    @Test
    void largeBatchTravelsInSeveralRequests() {
        String text = "长".repeat(10_000);
        publish(
                IntStream.range(0, 10)
                        .mapToObj(i -> Examples.stored("a" + i, 1, text))
                        .toArray(String[]::new));

        turnUntilCommitted(10);

        assertThat(elasticsearch.requests()).hasSize(4);
        assertThat(metrics.applied()).isEqualTo(10);
    }

    @Test
    void eventsBehindOneThatIsTurnedAwayGetThroughAndTheOffsetWaitsForIt() {
        publish(Examples.stored("a", 1, "a"), Examples.stored("b", 1, "b"));
        for (int i = 0; i < 4; i++) {
            elasticsearch.nextItems(id -> id.equals("a") ? 429 : 201);
        }
        turnUntil(() -> metrics.applied() == 1);

        publishFrom(2, Examples.stored("c", 1, "c"));

        turnUntil(() -> metrics.applied() == 2);
        assertThat(committed()).isEqualTo(-1);
        assertThat(condition.state()).isEqualTo(new IndexerState.Indexing());
        turnUntilCommitted(3);
        assertThat(deadLetters.history()).isEmpty();
    }

    @Test
    void newerRevisionOvertakesOneThatWasTurnedAway() {
        publish(Examples.stored("a", 1, "old"), Examples.stored("b", 1, "b"));
        elasticsearch.nextItems(id -> id.equals("a") ? 429 : 201);
        turnUntil(() -> metrics.applied() == 1);

        publishFrom(2, Examples.stored("a", 2, "new"));

        turnUntilCommitted(3);
        assertThat(metrics.applied()).isEqualTo(2);
        assertThat(metrics.stale()).isEqualTo(1);
    }

    @Test
    void oneRoundTravelsBesideAnother() {
        CountDownLatch first = elasticsearch.holdNext();
        publish(stored(0, 50));
        turnUntil(() -> elasticsearch.requests().size() == 1);
        publishFrom(50, stored(50, 20));

        turnUntil(() -> metrics.applied() == 20);
        assertThat(committed()).isEqualTo(-1);
        first.countDown();

        turnUntilCommitted(70);
        assertThat(elasticsearch.requests()).extracting(List::size).containsExactly(50, 20);
    }

    @Test
    void newerRevisionDoesNotWaitForAnOlderOneThatTravels() {
        CountDownLatch older = elasticsearch.holdNext();
        publish(Examples.stored("a", 1, "old"));
        turnUntil(() -> elasticsearch.requests().size() == 1);
        publishFrom(1, Examples.stored("a", 2, "new"));

        turnUntil(() -> metrics.applied() == 1);
        elasticsearch.usually(_ -> 409);
        older.countDown();
        loop.drain();

        turnUntilCommitted(2);
        assertThat(metrics.applied()).isEqualTo(1);
        assertThat(metrics.stale()).isEqualTo(1);
        assertThat(elasticsearch.requests()).hasSize(2);
    }

    @Test
    void whileNothingGetsThroughOneRoundTravelsAtATime() {
        elasticsearch.usually(_ -> 503);
        List<CountDownLatch> both = List.of(elasticsearch.holdNext(), elasticsearch.holdNext());
        publish(stored(0, 1_500));
        turnUntil(() -> elasticsearch.toHold() == 0 && kafka.position(PARTITION) == 1_500);
        both.forEach(CountDownLatch::countDown);
        // The third round is not sent before these two are back.
        turnUntil(() -> elasticsearch.requests().stream().anyMatch(ids -> ids.contains("a1499")));
        CountDownLatch one = elasticsearch.holdNext();
        CountDownLatch another = elasticsearch.holdNext();
        turnUntil(() -> elasticsearch.toHold() == 1);
        turns(20);
        assertThat(elasticsearch.toHold()).isEqualTo(1);

        elasticsearch.usually(_ -> 201);
        one.countDown();
        another.countDown();

        turnUntilCommitted(1_500);
        assertThat(metrics.applied()).isEqualTo(1_500);
        assertThat(deadLetters.history()).isEmpty();
    }

    /// The mapping breaks while the first round is worked on: what it refuses must not be asked for
    /// again, and be given up, before the second one has told that all is refused.
    @Test
    void whatWasRefusedWaitsForTheRoundBesideIt() {
        CountDownLatch first = elasticsearch.holdNext();
        publish(stored(0, 100));
        turnUntil(() -> elasticsearch.requests().size() == 1);
        CountDownLatch second = elasticsearch.holdNext();
        publishFrom(100, stored(100, 400));
        turnUntil(() -> elasticsearch.toHold() == 0);
        elasticsearch.usually(_ -> 400);
        elasticsearch.nextItems(id -> number(id) < 70 ? 201 : 400);
        first.countDown();
        turnUntil(() -> metrics.applied() == 70);
        turns(20);
        assertThat(elasticsearch.requests()).hasSize(2);

        second.countDown();
        turnUntil(() -> condition.state() instanceof IndexerState.Degraded);
        elasticsearch.usually(_ -> 201);

        turnUntilCommitted(500);
        assertThat(deadLetters.history()).isEmpty();
        assertThat(metrics.applied()).isEqualTo(500);
    }

    @Test
    void whatWasTakenOfAnOlderRoundSaysNothingOfALaterRefusal() {
        CountDownLatch older = elasticsearch.holdNext();
        publish(stored(0, 50));
        turnUntil(() -> elasticsearch.requests().size() == 1);
        elasticsearch.nextItems(_ -> 400);
        publishFrom(50, stored(50, 30));
        turnUntil(() -> elasticsearch.requests().size() == 2);
        turns(20);
        elasticsearch.usually(id -> number(id) < 50 ? 201 : 400);
        older.countDown();

        turnUntil(() -> elasticsearch.requests().size() == 5);
        assertThat(deadLetters.history()).isEmpty();
        elasticsearch.usually(_ -> 201);

        turnUntilCommitted(80);
        assertThat(deadLetters.history()).isEmpty();
        assertThat(metrics.applied()).isEqualTo(80);
    }

    @Test
    void oneRoundInVainIsNoTroubleWhileAnotherGetsThrough() {
        CountDownLatch other = elasticsearch.holdNext();
        publish(stored(0, 50));
        turnUntil(() -> elasticsearch.requests().size() == 1);
        elasticsearch.nextItems(_ -> 429);
        publishFrom(50, stored(50, 1));
        turnUntil(() -> elasticsearch.requests().size() == 2);
        turns(20);
        assertThat(condition.state()).isEqualTo(new IndexerState.Indexing());
        assertThat(kafka.paused()).isEmpty();

        other.countDown();
        turnUntilCommitted(51);
    }

    @Test
    void partitionsAreHandedOverWhileARoundTravels() {
        CountDownLatch ours = elasticsearch.holdNext();
        publish(stored(0, 10));
        turnUntil(() -> elasticsearch.requests().size() == 1);
        kafka.rebalance(List.of());
        loop.turn(consumer);
        assertThat(committed()).isEqualTo(-1);

        kafka.rebalance(List.of(PARTITION));
        kafka.seek(PARTITION, 0);
        publish(stored(0, 10));
        turnUntilCommitted(10);
        ours.countDown();
        turnUntil(() -> metrics.applied() == 20);

        assertThat(committed()).isEqualTo(10);
        assertThat(elasticsearch.requests()).hasSize(2);
    }

    @Test
    void whoIsToStopAtOnceLeavesWhatTravels() {
        publish(stored(0, 10));
        turnUntil(() -> metrics.applied() == 10);
        CountDownLatch second = elasticsearch.holdNext();
        publishFrom(10, stored(10, 10));
        turnUntil(() -> elasticsearch.requests().size() == 2);
        Thread.currentThread().interrupt();

        loop.drain();

        assertThat(Thread.interrupted()).isTrue();
        loop.finish(consumer);
        assertThat(committed()).isEqualTo(10);
        second.countDown();
    }

    private void turns(int count) {
        for (int i = 0; i < count; i++) {
            loop.turn(consumer);
        }
    }

    @Test
    void pausedLoopTakesNothingAndResumes() {
        valve.close();
        publish(Examples.stored("a", 1, "a"));
        turnUntil(new IndexerState.Paused());
        for (int i = 0; i < 5; i++) {
            loop.turn(consumer);
        }
        assertThat(elasticsearch.requests()).isEmpty();
        assertThat(kafka.paused()).containsExactly(PARTITION);

        valve.open();

        turnUntilCommitted(1);
    }

    @Test
    void requestTooLargeIsHalvedAndTheNextOnesStaySmall() {
        elasticsearch.refuseRequestsLargerThan(40_000);
        String text = "长".repeat(5_000);
        publish(
                IntStream.range(0, 20)
                        .mapToObj(i -> Examples.stored("a" + i, 1, text))
                        .toArray(String[]::new));

        turnUntilCommitted(20);

        assertThat(metrics.applied()).isEqualTo(20);
        assertThat(deadLetters.history()).isEmpty();
        assertThat(elasticsearch.requests()).hasSizeLessThan(30);
    }

    @Test
    void offsetsOfAnotherIndexAreReadFromTheStart() {
        kafka.commitSync(Map.of(PARTITION, new OffsetAndMetadata(5, "index-b")));
        kafka.rebalance(List.of());

        kafka.rebalance(List.of(PARTITION));

        assertThat(kafka.position(PARTITION)).isZero();
    }

    private void turnUntilCommitted(long offset) {
        turnUntil(() -> committed() == offset);
    }

    private void turnUntil(IndexerState state) {
        turnUntil(() -> condition.state().equals(state));
    }

    private void turnUntil(BooleanSupplier reached) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(2))
                .until(
                        () -> {
                            loop.turn(consumer);
                            return reached.getAsBoolean();
                        });
    }

    private void publish(String... events) {
        publishFrom(0, events);
    }

    private void publishFrom(long first, String... events) {
        for (int i = 0; i < events.length; i++) {
            kafka.addRecord(Examples.record(0, first + i, events[i]));
        }
        kafka.updateEndOffsets(Map.of(PARTITION, first + events.length));
    }

    /// -1 where nothing is committed.
    private long committed() {
        OffsetAndMetadata committed = kafka.committed(Set.of(PARTITION)).get(PARTITION);
        return committed == null ? -1 : committed.offset();
    }

    /// Waits for nothing, and remembers how long it was to wait.
    private static final class PatientConsumer extends MockConsumer<byte[], byte[]> {
        private Duration asked = Duration.ZERO;

        PatientConsumer() {
            super("earliest");
        }

        @Override
        public synchronized ConsumerRecords<byte[], byte[]> poll(Duration wait) {
            asked = wait;
            return super.poll(wait);
        }
    }
}
