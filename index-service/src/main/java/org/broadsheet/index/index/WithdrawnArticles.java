package org.broadsheet.index.index;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.Elasticsearch.Reply;

/// Withdrawn articles, which stay in the index so that no replay brings them back.
@Singleton
public class WithdrawnArticles {
    private static final int PAGE_DOCUMENTS = 1_000;

    private final Elasticsearch elasticsearch;
    private final IndexContract contract;
    private final IndexConfig config;

    public WithdrawnArticles(
            Elasticsearch elasticsearch, IndexContract contract, IndexConfig config) {
        this.elasticsearch = elasticsearch;
        this.contract = contract;
        this.config = config;
    }

    /// Removes those that were withdrawn before this time. One that comes back on its page
    /// meanwhile stays.
    ///
    /// @return how many
    /// @throws AwayException while Elasticsearch can't do it; some may be removed then
    public long purge(Instant before) {
        long purged = 0;
        while (true) {
            JsonNode page = page(before);
            long deleted = page.isEmpty() ? 0 : delete(page);
            purged += deleted;
            // Without progress the rest has come back, or is being written: the next purge sees.
            if (deleted == 0 || page.size() < PAGE_DOCUMENTS) {
                return purged;
            }
        }
    }

    private JsonNode page(Instant before) {
        Map<String, Object> withdrawn = Map.of("term", Map.of("withdrawn", true));
        Map<String, Object> old =
                Map.of("range", Map.of("occurredAt", Map.of("lt", before.toString())));
        Map<String, Object> search =
                Map.of(
                        "size",
                        PAGE_DOCUMENTS,
                        "query",
                        Map.of("bool", Map.of("filter", List.of(withdrawn, old))),
                        "_source",
                        false,
                        "seq_no_primary_term",
                        true);
        return checked(
                        elasticsearch.send(
                                "POST",
                                "/" + contract.writeAlias() + "/_search",
                                DocumentWrite.json(search),
                                config.scanDeadline()))
                .at("/hits/hits");
    }

    private long delete(JsonNode page) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (JsonNode hit : page) {
            Map<String, Object> target =
                    Map.of(
                            "_id", hit.path("_id").asText(),
                            "if_seq_no", hit.path("_seq_no").asLong(),
                            "if_primary_term", hit.path("_primary_term").asLong());
            lines.writeBytes(DocumentWrite.json(Map.of("delete", target)));
            lines.write('\n');
        }
        Map<String, String> parameters =
                Map.of("require_alias", "true", "refresh", "true", "filter_path", "items.*.status");
        JsonNode answer =
                checked(
                        elasticsearch.bulk(
                                contract.writeAlias(),
                                lines.toByteArray(),
                                parameters,
                                config.scanDeadline()));
        return answer.path("items")
                .valueStream()
                .filter(item -> item.at("/delete/status").asInt() == 200)
                .count();
    }

    private static JsonNode checked(Reply reply) {
        if (!reply.isSuccess()) {
            throw new AwayException(reply.cause());
        }
        return reply.body();
    }
}
