package org.broadsheet.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The indexer between a real Kafka and a real Elasticsearch.
class IndexerIT {
    private final TestStack stack = new TestStack();

    @BeforeEach
    void createTopic() {
        stack.createArticleTopic();
    }

    @AfterEach
    void tidyUp() throws IOException {
        stack.close();
    }

    @Test
    void storedArticleCanBeFound() {
        stack.publish("a", Examples.stored("a", 3, "harbour"));

        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(stack.found("harbour")).containsExactly("a"));

            assertThat(stack.document("a").path("_version").asLong()).isEqualTo(3);
            soon().untilAsserted(() -> assertThat(indexer.metrics.lag()).hasValue(0));
        }
    }

    @Test
    void everyExampleFitsTheMapping() {
        stack.publish("b", Examples.event(Examples.MINIMAL));
        stack.publish("a", Examples.event(Examples.STORED));

        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(2));
            stack.publish("a", Examples.event(Examples.WITHDRAWN));
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(3));

            assertThat(indexer.metrics.dead()).isZero();
        }
    }

    @Test
    void staleRevisionChangesNothing() {
        try (var indexer = new RunningIndexer(stack)) {
            stack.publish("a", Examples.stored("a", 5, "new"));
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));

            stack.publish("a", Examples.stored("a", 4, "old"));
            soon().untilAsserted(() -> assertThat(indexer.metrics.stale()).isEqualTo(1));

            assertThat(stack.found("new")).containsExactly("a");
            assertThat(stack.found("old")).isEmpty();
        }
    }

    @Test
    void replayBringsNoWithdrawnArticleBack() {
        try (var indexer = new RunningIndexer(stack)) {
            stack.publish("a", Examples.stored("a", 1, "gone"));
            soon().untilAsserted(() -> assertThat(stack.found("gone")).containsExactly("a"));
            stack.publish("a", Examples.withdrawn("a", 2));
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(2));

            stack.publish("a", Examples.stored("a", 1, "gone"));
            soon().untilAsserted(() -> assertThat(indexer.metrics.stale()).isEqualTo(1));

            assertThat(stack.found("gone")).isEmpty();
            assertThat(stack.document("a").at("/_source/withdrawn").asBoolean()).isTrue();
        }
    }

    @Test
    void garbageIsBuriedAndTheOffsetMovesOn() {
        stack.publish("a", "garbage");
        stack.publish("a", Examples.stored("a", 1, "behind"));

        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));
            soon().untilAsserted(() -> assertThat(indexer.metrics.lag()).hasValue(0));
        }

        assertThat(stack.deadLetters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.value()).asString(UTF_8).isEqualTo("garbage");
                            assertThat(header(letter, "dead-letter.reason")).contains("not JSON");
                        });
        try (var restarted = new RunningIndexer(stack)) {
            stack.publish("a", Examples.stored("a", 2, "later"));
            soon().untilAsserted(() -> assertThat(restarted.metrics.applied()).isEqualTo(1));

            assertThat(restarted.metrics.dead()).isZero();
        }
    }

    @Test
    void documentThatBreaksTheMappingIsBuriedAlone() {
        String tooLong = "x".repeat(40_000);
        stack.publish("a", Examples.stored("a", 1, "left"));
        stack.publish(
                "b",
                Examples.stored("b", 7, "poison")
                        .replace("\"kind\":\"notice\"", "\"kind\":\"" + tooLong + "\""));
        stack.publish("c", Examples.stored("c", 1, "right"));
        stack.publish("d", Examples.stored("d".repeat(600), 1, "poison"));

        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.dead()).isEqualTo(2));
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(2));

            assertThat(stack.found("poison")).isEmpty();
            assertThat(stack.deadLetters())
                    .extracting(letter -> header(letter, "dead-letter.revision"))
                    .containsExactlyInAnyOrder("7", "1");
        }
    }

    @Test
    void restartGoesOnWhereItStopped() {
        stack.publish("a", Examples.stored("a", 1, "first"));
        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));
        }
        stack.publish("b", Examples.stored("b", 1, "second"));

        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));

            assertThat(indexer.metrics.stale()).isZero();
            assertThat(stack.found("second")).containsExactly("b");
        }
    }

    @Test
    void lostIndexIsAwaitedAndRebuiltAfterARestart() {
        stack.publish("a", Examples.stored("a", 1, "first"));
        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));
            stack.delete("/" + stack.index());
            stack.publish("b", Examples.stored("b", 1, "second"));
            soon().untilAsserted(
                            () ->
                                    assertThat(indexer.condition.state())
                                            .isEqualTo(
                                                    new IndexerState.Degraded(
                                                            "404 index_not_found_exception")));
            assertThat(stack.get("/" + stack.index())).isEmpty();
            assertThat(stack.get("/" + stack.index() + "-write")).isEmpty();
        }

        try (var restarted = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(restarted.metrics.applied()).isEqualTo(2));

            assertThat(stack.found("first")).containsExactly("a");
            assertThat(stack.found("second")).containsExactly("b");
        }
    }

    @Test
    void replacedIndexIsFilledFromTheStartOfTheTopic() {
        stack.publish("a", Examples.stored("a", 1, "first"));
        try (var indexer = new RunningIndexer(stack);
                var other = new RunningIndexer(stack)) {
            soon().untilAsserted(
                            () ->
                                    assertThat(indexer.metrics.applied() + other.metrics.applied())
                                            .isEqualTo(1));
            stack.delete("/" + stack.index());
            try (var third = new RunningIndexer(stack)) {
                soon().untilAsserted(() -> assertThat(stack.found("first")).containsExactly("a"));
                assertThat(third.metrics.dead()).isZero();
            }
        }
    }

    @Test
    void secondIndexerSharesTheWork() {
        try (var first = new RunningIndexer(stack);
                var second = new RunningIndexer(stack)) {
            for (int i = 0; i < 200; i++) {
                stack.publish("a" + i, Examples.stored("a" + i, 1, "shared"));
            }
            soon().untilAsserted(
                            () ->
                                    assertThat(first.metrics.applied() + second.metrics.applied())
                                            .isEqualTo(200));
        }
        try (var third = new RunningIndexer(stack)) {
            stack.publish("b", Examples.stored("b", 1, "last"));
            soon().untilAsserted(() -> assertThat(third.metrics.applied()).isEqualTo(1));

            assertThat(third.metrics.stale()).isZero();
        }
    }

    @Test
    void mappingThatContradictsTheContractIsSaidAndNotWritten() {
        stack.put("/" + stack.index(), "{\"mappings\":{\"properties\":{}}}");
        stack.publish("a", Examples.stored("a", 1, "first"));

        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(
                            () ->
                                    assertThat(indexer.condition.state().toString())
                                            .contains("contradicts the contract"));

            assertThat(List.of(indexer.metrics.applied(), indexer.metrics.dead())).containsOnly(0L);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }
}
