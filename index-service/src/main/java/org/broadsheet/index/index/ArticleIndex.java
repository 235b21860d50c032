package org.broadsheet.index.index;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.Elasticsearch.Reply;
import org.broadsheet.index.index.WriteResult.NotNow;
import org.broadsheet.index.index.WriteResult.Refused;

/// Writes documents in bulk and says of each one what became of it. One attempt: whoever calls
/// decides what to send again and when.
@Singleton
public class ArticleIndex {
    private static final Map<String, String> PARAMETERS =
            Map.of("require_alias", "true", "filter_path", BulkAnswer.FILTER);

    private final Elasticsearch elasticsearch;
    private final IndexContract contract;
    private final IndexConfig config;
    private final BulkLimit limit;

    public ArticleIndex(Elasticsearch elasticsearch, IndexContract contract, IndexConfig config) {
        this.elasticsearch = elasticsearch;
        this.contract = contract;
        this.config = config;
        this.limit = new BulkLimit(config.bulkBytesMax().asLongValue(), config.bulkSlow());
    }

    /// One result for each document, in their order. Safe for several threads: two requests in
    /// flight keep Elasticsearch busy where one leaves it waiting for the next.
    ///
    /// After a request that nobody answered the rest is not tried: it would wait for the same
    /// silence.
    public List<WriteResult> apply(List<DocumentWrite> documents) {
        List<WriteResult> results = new ArrayList<>(documents.size());
        try {
            while (results.size() < documents.size()) {
                List<DocumentWrite> rest = documents.subList(results.size(), documents.size());
                results.addAll(send(rest.subList(0, fitting(rest))));
            }
        } catch (AwayException e) {
            NotNow away = new NotNow(String.valueOf(e.getMessage()));
            while (results.size() < documents.size()) {
                results.add(away);
            }
        }
        return results;
    }

    /// Makes searches see what was written before. Without it they do so some seconds later.
    ///
    /// @return why it failed; empty if they see it
    public Optional<String> refresh() {
        try {
            Reply reply =
                    elasticsearch.send(
                            "POST",
                            "/" + contract.writeAlias() + "/_refresh",
                            new byte[0],
                            config.callDeadline());
            if (!reply.isSuccess()) {
                return Optional.of(reply.cause());
            }
            int failed = reply.body().at("/_shards/failed").asInt();
            return failed > 0 ? Optional.of(failed + " shards failed") : Optional.empty();
        } catch (AwayException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /// Most bytes that one request may have now.
    public long bulkBytesLimit() {
        return limit.bytes();
    }

    /// Articles that a search can find; empty while Elasticsearch cannot say.
    public OptionalLong countLive() {
        try {
            Reply reply =
                    elasticsearch.get("/" + contract.alias() + "/_count", config.callDeadline());
            return reply.isSuccess()
                    ? OptionalLong.of(reply.body().path("count").asLong())
                    : OptionalLong.empty();
        } catch (AwayException e) {
            return OptionalLong.empty();
        }
    }

    /// The revision that the index holds of an article; empty if it holds none.
    ///
    /// @throws AwayException while Elasticsearch cannot say
    public OptionalLong revision(String id) {
        String path = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        Reply reply =
                elasticsearch.get(
                        "/" + contract.writeAlias() + "/_doc/" + path + "?_source=false",
                        config.callDeadline());
        if (reply.status() == 404) {
            return OptionalLong.empty();
        }
        if (!reply.isSuccess()) {
            throw new AwayException(reply.cause());
        }
        return OptionalLong.of(reply.body().path("_version").asLong());
    }

    /// How many documents from the front one request can take: at least one.
    private int fitting(List<DocumentWrite> documents) {
        long bytesMax = limit.bytes();
        long bytes = 0;
        for (int i = 0; i < documents.size(); i++) {
            bytes += documents.get(i).length();
            if (i > 0 && bytes > bytesMax) {
                return i;
            }
        }
        return documents.size();
    }

    /// Elasticsearch turns a whole request down for one document with an impossible id, or for its
    /// size: halving it finds the one and lets the others pass.
    private List<WriteResult> send(List<DocumentWrite> chunk) {
        byte[] lines = joined(chunk);
        Reply reply = timed(lines);
        if (reply.status() == 413) {
            limit.tooLarge(lines.length);
        }
        return switch (BulkAnswer.of(reply, chunk.size())) {
            case BulkAnswer.Each(List<WriteResult> results) -> results;
            case BulkAnswer.Unacceptable(String cause, String reason) when chunk.size() == 1 ->
                    List.of(new Refused(cause, reason));
            case BulkAnswer.Unacceptable _ -> {
                int middle = chunk.size() / 2;
                List<WriteResult> results = new ArrayList<>(send(chunk.subList(0, middle)));
                results.addAll(send(chunk.subList(middle, chunk.size())));
                yield results;
            }
        };
    }

    private Reply timed(byte[] lines) {
        long started = System.nanoTime();
        try {
            return elasticsearch.bulk(
                    contract.writeAlias(), lines, PARAMETERS, config.bulkDeadline());
        } finally {
            limit.took(Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private static byte[] joined(List<DocumentWrite> chunk) {
        int bytes = chunk.stream().mapToInt(DocumentWrite::length).sum();
        var joined = new ByteArrayOutputStream(bytes);
        chunk.forEach(document -> document.writeTo(joined));
        return joined.toByteArray();
    }
}
