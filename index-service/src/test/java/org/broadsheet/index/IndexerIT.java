package org.broadsheet.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionFactory;
import org.broadsheet.index.event.DeadLetter;
import org.broadsheet.index.event.DeadLetterBox;
import org.broadsheet.index.index.IndexGenerations.Generation;
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
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));
            assertThat(stack.found("gone")).containsExactly("a");
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
    void noTextOfAPageIsTooLongOrTooOddForTheIndex() {
        List<String> odd = List.of("长".repeat(12_000), "\\u0000", "港\\u001f\\u001e口", "\\ud800");
        List<String> texts =
                List.of(
                        "边城日报",
                        "晨刊",
                        "要闻",
                        "港口新闻",
                        "码头工人第三日停工",
                        "港口安静 船只待卸",
                        "谈判中午重开",
                        "李明",
                        "人民日报",
                        "市总工会供稿",
                        "停着的吊车。",
                        "高凯",
                        "吊车",
                        "码头的吊车今天仍然停着。");
        for (int i = 0; i < odd.size(); i++) {
            String event =
                    Examples.event(Examples.STORED)
                            .replace("courier-1954-03-02-p01-03", "odd-" + i)
                            .replace("\"places\":[\"边城\"]", "\"places\":[\"" + odd.get(i) + "\"]")
                            .replace("\"dateline\":\"边城\"", "\"dateline\":\"" + odd.get(i) + "\"");
            for (String text : texts) {
                event = event.replace("\"" + text + "\"", "\"" + odd.get(i) + "\"");
            }
            stack.publish("odd-" + i, event);
        }

        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(
                            () ->
                                    assertThat(indexer.metrics.applied() + indexer.metrics.dead())
                                            .isEqualTo(odd.size()));

            assertThat(stack.deadLetters())
                    .extracting(letter -> header(letter, "dead-letter.reason"))
                    .isEmpty();
            assertThat(stack.document("odd-0").at("/_source/authors/0").textValue())
                    .isEqualTo(odd.getFirst());
        }
    }

    @Test
    void wordsAndShardsOfTheArchiveAreThoseOfItsIndex() {
        Map<String, String> words =
                Map.of(
                        "index.words",
                        "张家梁便民夜市,昭君坟码头",
                        "index.synonyms[0]",
                        "夜市,张家梁便民夜市",
                        "index.shards",
                        "3");
        try (var indexer = new RunningIndexer(stack, words)) {
            soon().untilAsserted(() -> assertThat(indexer.generations.list()).hasSize(1));

            soon().untilAsserted(
                            () -> assertThat(terms("word", "张家梁便民夜市开市")).startsWith("张家梁便民夜市"));
            assertThat(terms("word_search", "夜市")).contains("夜市", "张家梁便民夜市");
            assertThat(stack.get("/" + stack.alias() + "/_settings").findValues("number_of_shards"))
                    .extracting(JsonNode::asInt)
                    .containsExactly(3);
        }
    }

    private List<String> terms(String analyzer, String text) {
        String asked = "{\"analyzer\":\"%s\",\"text\":\"%s\"}".formatted(analyzer, text);
        return stack.get(
                        "/%s/_analyze?source_content_type=application/json&source=%s"
                                .formatted(stack.index(), URLEncoder.encode(asked, UTF_8)))
                .findValuesAsText("token");
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
    void lostIndexIsBuiltAnewOnRequest() {
        stack.publish("a", Examples.stored("a", 1, "first"));
        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));
            stack.delete("/" + stack.index());

            assertThat(indexer.generations.rebuild().accepted()).isTrue();

            soon().untilAsserted(() -> assertThat(stack.foundThroughAlias("first")).isOne());
        }
    }

    @Test
    void rebuiltIndexTakesOverWhenItHoldsEverythingAndTheOldOneIsKept() {
        stack.publish("a", Examples.stored("a", 1, "first"));
        stack.publish("b", Examples.stored("b", 3, "second"));
        stack.publish("c", Examples.withdrawn("c", 2));
        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(3));

            assertThat(indexer.generations.rebuild().accepted()).isTrue();
            assertThat(indexer.generations.rebuild().accepted()).isFalse();

            soon().untilAsserted(
                            () ->
                                    assertThat(indexer.generations.list())
                                            .containsExactly(
                                                    new Generation(stack.index(), 3, false, false),
                                                    new Generation(
                                                            stack.index() + ".2", 3, true, true)));
            assertThat(indexer.generations.rollBack().accepted()).isTrue();
            stack.publish("a", Examples.stored("a", 2, "third"));
            soon().untilAsserted(() -> assertThat(stack.foundThroughAlias("third")).isOne());
            assertThat(indexer.generations.deleteUnused()).containsExactly(stack.index() + ".2");
        }
    }

    @Test
    void indexThatLacksAnArticleDoesNotTakeOver() {
        stack.publish("a", Examples.stored("a", 1, "first"));
        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));
            stack.put(
                    "/" + stack.index() + "/_doc/lost?version=7&version_type=external",
                    "{\"id\":\"lost\",\"withdrawn\":false,\"contentHash\":\"x\"}");

            indexer.generations.rebuild();

            soon().untilAsserted(
                            () -> assertThat(indexer.changeOver.held()).contains("lost missing"));
            assertThat(stack.foundThroughAlias("first")).isOne();
            assertThat(indexer.generations.rollBack().message()).contains("given up");
        }
    }

    @Test
    void topicMadeAnewIsReadFromTheStart() {
        for (int i = 0; i < 3; i++) {
            stack.publish("a" + i, Examples.stored("a" + i, 1, "before"));
        }
        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(3));

            stack.deleteArticleTopic();
            stack.createArticleTopic();
            for (int i = 0; i < 6; i++) {
                stack.publish("b" + i, Examples.stored("b" + i, 1, "after"));
            }

            soon().untilAsserted(() -> assertThat(stack.foundThroughAlias("after")).isEqualTo(6));
        }
    }

    @Test
    void deadLetterIsListedOnceReplayedAfterAFixAndOffTheList() {
        String poison = Examples.stored("p", 2, "healed");
        stack.publish("garbage", "garbage");
        stack.publish("garbage", "garbage");
        stack.publish(
                "p",
                poison.replace("\"kind\":\"notice\"", "\"kind\":\"" + "x".repeat(40_000) + "\""));
        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.dead()).isEqualTo(3));
            assertThat(indexer.box.letters())
                    .extracting(DeadLetterBox.Letter::key)
                    .containsExactlyInAnyOrder("garbage", "p");
            indexer.deadLetterCount.look();
            assertThat(indexer.deadLetterCount.waiting()).isEqualTo(2);

            assertThat(indexer.replay.replay(indexer.box.letters()))
                    .extracting(DeadLetterReplay.Outcome::outcome)
                    .containsOnly("refused");
            stack.publish("p", Examples.stored("p", 3, "healed"));
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));
            assertThat(indexer.replay.replay(indexer.box.letters()))
                    .extracting(DeadLetterReplay.Outcome::outcome)
                    .containsExactlyInAnyOrder("refused", "superseded");
            assertThat(indexer.box.letters())
                    .singleElement()
                    .satisfies(
                            letter -> {
                                assertThat(letter.text()).contains("garbage");
                                // Buried twice, and refused twice since.
                                assertThat(letter.attempts()).isEqualTo(4);
                                indexer.box.settle(Map.of(letter, "discarded"));
                            });
            assertThat(indexer.box.letters()).isEmpty();
            indexer.deadLetterCount.look();
            assertThat(indexer.deadLetterCount.waiting()).isZero();
        }
    }

    @Test
    void whatIsWrittenIsFoundThoughTheIndexItselfNeverRefreshes() {
        try (var indexer = new RunningIndexer(stack)) {
            letIndexNeverRefresh(indexer);
            stack.publish("a", Examples.stored("a", 2, "late"));

            soon().untilAsserted(() -> assertThat(stack.foundNow("late")).containsExactly("a"));
        }
    }

    @Test
    void replayedDeadLetterIsFoundAtOnce() {
        try (var indexer = new RunningIndexer(stack)) {
            letIndexNeverRefresh(indexer);
            ConsumerRecord<byte[], byte[]> event =
                    Examples.record(0, 7, Examples.stored("b", 1, "healed"));
            indexer.deadLetters.send(
                    List.of(new DeadLetter(event, "refused", "told so", OptionalLong.of(1))));

            assertThat(indexer.replay.replay(indexer.box.letters()))
                    .extracting(DeadLetterReplay.Outcome::outcome)
                    .containsExactly("applied");
            assertThat(stack.foundNow("healed")).containsExactly("b");
        }
    }

    private void letIndexNeverRefresh(RunningIndexer indexer) {
        // The index is there once something is in it.
        stack.publish("a", Examples.stored("a", 1, "early"));
        soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(1));
        stack.neverRefresh();
    }

    @Test
    void onlyOldWithdrawalsArePurged() {
        stack.publish("live", Examples.stored("live", 1, "live"));
        stack.publish("gone", Examples.withdrawn("gone", 2));
        try (var indexer = new RunningIndexer(stack)) {
            soon().untilAsserted(() -> assertThat(indexer.metrics.applied()).isEqualTo(2));
            stack.post("/" + stack.index() + "/_refresh");

            assertThat(indexer.withdrawn.purge(Instant.EPOCH)).isZero();
            assertThat(indexer.withdrawn.purge(Instant.parse("2100-01-01T00:00:00Z"))).isOne();

            assertThat(stack.document("gone").path("found").asBoolean()).isFalse();
            assertThat(stack.document("live").path("found").asBoolean()).isTrue();
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
