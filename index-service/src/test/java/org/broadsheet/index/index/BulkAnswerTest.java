package org.broadsheet.index.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.broadsheet.index.index.Elasticsearch.Reply;
import org.broadsheet.index.index.WriteResult.Applied;
import org.broadsheet.index.index.WriteResult.NotNow;
import org.broadsheet.index.index.WriteResult.Refused;
import org.broadsheet.index.index.WriteResult.Stale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkAnswerTest {
    @Test
    void withoutErrorsAllAreApplied() {
        assertThat(results(200, "{\"errors\":false}", 2))
                .containsExactly(new Applied(), new Applied());
    }

    @Test
    void everyItemIsClassifiedByItself() {
        String body =
                """
                {"errors": true, "items": [
                  {"index": {"status": 201}},
                  {"index": {"status": 200}},
                  {"index": {"status": 409, "error": {"type": "version_conflict_engine_exception"}}},
                  {"index": {"status": 400, "error": {"type": "document_parsing_exception",
                    "reason": "failed", "caused_by": {"reason": "not a date"}}}},
                  {"index": {"status": 429, "error": {"type": "es_rejected_execution_exception"}}},
                  {"index": {"status": 503, "error": {"type": "unavailable_shards_exception"}}},
                  {"index": {"status": 403, "error": {"type": "cluster_block_exception"}}},
                  {"index": {"status": 404, "error": {"type": "index_not_found_exception"}}},
                  {"index": {"status": 400, "error": {"type": "index_closed_exception"}}}
                ]}""";

        assertThat(results(200, body, 9))
                .containsExactly(
                        new Applied(),
                        new Applied(),
                        new Stale(),
                        new Refused("document_parsing_exception", "failed: not a date"),
                        new NotNow("429 es_rejected_execution_exception"),
                        new NotNow("503 unavailable_shards_exception"),
                        new NotNow("403 cluster_block_exception"),
                        new NotNow("404 index_not_found_exception"),
                        new NotNow("400 index_closed_exception"));
    }

    @ParameterizedTest
    @CsvSource({"429", "500", "502", "503", "504", "401", "403", "404"})
    void requestThatFailsAsAWholeIsForLater(int status) {
        assertThat(results(status, "{}", 2)).hasSize(2).allMatch(NotNow.class::isInstance);
    }

    @Test
    void answerForAnotherNumberOfDocumentsProvesNothing() {
        String body = "{\"errors\": true, \"items\": [{\"index\": {\"status\": 201}}]}";

        assertThat(results(200, body, 2)).allMatch(NotNow.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({"400", "413"})
    void requestThatIsUnacceptableAsAWholeIsSaidSo(int status) {
        assertThat(answer(status, "{\"error\": {\"type\": \"bad\", \"reason\": \"long\"}}", 2))
                .isEqualTo(new BulkAnswer.Unacceptable(status + " bad", "long"));
    }

    private static List<WriteResult> results(int status, String body, int documents) {
        return assertThat(answer(status, body, documents))
                .asInstanceOf(type(BulkAnswer.Each.class))
                .actual()
                .results();
    }

    private static BulkAnswer answer(int status, String body, int documents) {
        try {
            Reply reply = new Reply(status, JsonMapper.builder().build().readTree(body));
            return BulkAnswer.of(reply, documents);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
