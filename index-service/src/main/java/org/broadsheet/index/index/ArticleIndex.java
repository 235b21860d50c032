package org.broadsheet.index.index;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    public ArticleIndex(Elasticsearch elasticsearch, IndexContract contract, IndexConfig config) {
        this.elasticsearch = elasticsearch;
        this.contract = contract;
        this.config = config;
    }

    /// One result for each document, in their order. After a request that nobody answered the rest
    /// is not tried: it would wait for the same silence.
    public List<WriteResult> apply(List<DocumentWrite> documents) {
        List<WriteResult> results = new ArrayList<>(documents.size());
        try {
            for (List<DocumentWrite> chunk : chunks(documents)) {
                results.addAll(send(chunk));
            }
        } catch (AwayException e) {
            NotNow away = new NotNow(String.valueOf(e.getMessage()));
            while (results.size() < documents.size()) {
                results.add(away);
            }
        }
        return results;
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

    /// Elasticsearch turns a whole request down for one document with an impossible id, or for its
    /// size: halving it finds the one and lets the others pass.
    private List<WriteResult> send(List<DocumentWrite> chunk) {
        Reply reply =
                elasticsearch.bulk(
                        contract.writeAlias(), joined(chunk), PARAMETERS, config.bulkDeadline());
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

    private List<List<DocumentWrite>> chunks(List<DocumentWrite> documents) {
        long bytesMax = config.bulkBytesMax().asLongValue();
        List<List<DocumentWrite>> chunks = new ArrayList<>();
        int start = 0;
        long bytes = 0;
        for (int i = 0; i < documents.size(); i++) {
            int length = documents.get(i).length();
            if (i > start && bytes + length > bytesMax) {
                chunks.add(documents.subList(start, i));
                start = i;
                bytes = 0;
            }
            bytes += length;
        }
        if (start < documents.size()) {
            chunks.add(documents.subList(start, documents.size()));
        }
        return chunks;
    }

    private static byte[] joined(List<DocumentWrite> chunk) {
        int bytes = chunk.stream().mapToInt(DocumentWrite::length).sum();
        var joined = new ByteArrayOutputStream(bytes);
        chunk.forEach(document -> document.writeTo(joined));
        return joined.toByteArray();
    }
}
