package org.broadsheet.index.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.broadsheet.index.index.WriteResult.Applied;
import org.broadsheet.index.index.WriteResult.NotNow;
import org.broadsheet.index.index.WriteResult.Refused;
import org.broadsheet.index.index.WriteResult.Stale;

/// What Elasticsearch said to a whole bulk request.
sealed interface BulkAnswer {
    /// One result for each document, in their order.
    record Each(List<WriteResult> results) implements BulkAnswer {}

    /// The request as a whole is not acceptable: too large, or one document spoils it.
    record Unacceptable(String cause, String reason) implements BulkAnswer {}

    /// The members of the answer that `of` reads; the rest is not sent over the wire.
    String FILTER =
            "errors,items.*.status,items.*.error.type,items.*.error.reason,"
                    + "items.*.error.caused_by.reason,error.type,error.reason";

    /// Answers 400 that speak of the index and not of the document.
    Set<String> INDEX_TROUBLE = Set.of("index_closed_exception");

    static BulkAnswer of(Elasticsearch.Reply reply, int documents) {
        if (reply.status() == 400 || reply.status() == 413) {
            JsonNode error = reply.body().path("error");
            return new Unacceptable(cause(reply.status(), error), reason(error));
        }
        if (reply.status() != 200) {
            return all(documents, new NotNow(reply.cause()));
        }
        if (!reply.body().path("errors").asBoolean(true)) {
            return all(documents, new Applied());
        }
        List<WriteResult> results = new ArrayList<>(documents);
        for (JsonNode item : reply.body().path("items")) {
            results.add(result(item.path("index")));
        }
        return results.size() == documents
                ? new Each(results)
                : all(documents, new NotNow("answer for " + results.size() + " documents"));
    }

    private static WriteResult result(JsonNode item) {
        int status = item.path("status").asInt();
        JsonNode error = item.path("error");
        return switch (status) {
            case 200, 201 -> new Applied();
            case 409 -> new Stale();
            case 400 ->
                    INDEX_TROUBLE.contains(error.path("type").asText())
                            ? new NotNow(cause(status, error))
                            : new Refused(error.path("type").asText(), reason(error));
            default -> new NotNow(cause(status, error));
        };
    }

    static Each all(int documents, WriteResult result) {
        return new Each(Collections.nCopies(documents, result));
    }

    private static String cause(int status, JsonNode error) {
        return (status + " " + error.path("type").asText()).strip();
    }

    private static String reason(JsonNode error) {
        String deeper = error.path("caused_by").path("reason").asText();
        String reason = error.path("reason").asText();
        return deeper.isEmpty() ? reason : reason + ": " + deeper;
    }
}
