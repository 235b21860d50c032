package org.broadsheet.index.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.broadsheet.index.Examples;
import org.broadsheet.index.event.ArticleEvent.ArticleStored;
import org.broadsheet.index.event.ArticleEvent.ArticleWithdrawn;
import org.broadsheet.index.event.ArticleEvent.Undecodable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventDecoderTest {
    private final EventDecoder decoder = new EventDecoder();

    @Test
    void storedArticleIsDecoded() {
        ArticleEvent event = decode(Examples.stored("a-1", 7, "码头"));

        assertThat(event)
                .asInstanceOf(type(ArticleStored.class))
                .satisfies(
                        stored -> {
                            assertThat(stored.revision()).isEqualTo(7);
                            assertThat(stored.article().id()).isEqualTo("a-1");
                            assertThat(stored.article().headline()).isEqualTo("码头");
                            assertThat(stored.article().deck()).isNull();
                        });
    }

    @Test
    void withdrawalIsDecoded() {
        ArticleEvent event = decode(Examples.withdrawn("a-1", 8));

        assertThat(event)
                .asInstanceOf(type(ArticleWithdrawn.class))
                .extracting(ArticleWithdrawn::articleId, ArticleWithdrawn::revision)
                .containsExactly("a-1", 8L);
    }

    @Test
    void tombstoneIsUndecodable() {
        var tombstone =
                new ConsumerRecord<byte[], byte[]>(
                        "articles",
                        0,
                        0,
                        0,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        new byte[0],
                        null,
                        new RecordHeaders(),
                        Optional.empty());

        assertThat(decoder.decode(tombstone)).isInstanceOf(Undecodable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "null",
                "[]",
                "{}",
                "17",
                "{\"type\":\"ArticleStored\"",
                "{\"type\":\"ArticleMoved\",\"revision\":1}",
                "{\"type\":17}",
                "\u0000\u0001\u0002"
            })
    void whatIsNoEventIsUndecodable(String value) {
        assertThat(decode(value)).isInstanceOf(Undecodable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"revision\":1 | \"revision\":0",
                "\"revision\":1 | \"revision\":\"1\"",
                "\"revision\":1 | \"revision\":1.5",
                "\"kind\":\"notice\" | \"kind\":5",
                "\"kind\":\"notice\" | \"kind\":null",
                "\"byline\":[] | \"byline\":{}",
                "\"byline\":[] | \"byline\":[null]",
                "\"fields\":{} | \"fields\":null",
                "\"occurredAt\":\"2026-11-21T08:15:30Z\" | \"occurredAt\":\"yesterday\"",
                "\"body\":[] | \"body\":[{\"type\":\"paragraph\",\"lines\":[]}]",
            })
    void wrongFieldIsUndecodable(String right, String wrong) {
        String event = Examples.event(Examples.MINIMAL);
        assertThat(event).contains(right);

        assertThat(decode(event.replace(right, wrong))).isInstanceOf(Undecodable.class);
    }

    @Test
    void textBehindTheEventIsUndecodable() {
        assertThat(decode(Examples.event(Examples.MINIMAL) + "{}")).isInstanceOf(Undecodable.class);
    }

    @Test
    void reasonNamesTheFieldAndNotTheText() {
        String value = Examples.stored("a-1", 1, "秘密").replace("\"kind\":\"notice\",", "");

        assertThat(decode(value))
                .isEqualTo(new Undecodable("required field is missing: article.kind"));
    }

    private ArticleEvent decode(String value) {
        return decoder.decode(Examples.record(0, 0, value));
    }
}
