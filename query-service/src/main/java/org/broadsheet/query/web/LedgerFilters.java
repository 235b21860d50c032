package org.broadsheet.query.web;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What narrows the ledger, by the names that ingest-service knows.
public class LedgerFilters {
    @QueryParam("state")
    @Nullable List<String> states;

    @QueryParam("newspaper")
    @Nullable String newspaper;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    @QueryParam("q")
    @Nullable String text;

    @QueryParam("missing")
    @Nullable String missing;

    @QueryParam("partOf")
    @Nullable String partOf;

    /// Those that are given.
    Map<String, List<String>> chosen() {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        List<String> given = new ArrayList<>(states == null ? List.of() : states);
        given.removeIf(String::isBlank);
        if (!given.isEmpty()) {
            chosen.put("state", given);
        }
        put(chosen, "newspaper", newspaper);
        put(chosen, "from", from);
        put(chosen, "to", to);
        put(chosen, "q", text);
        put(chosen, "missing", missing);
        put(chosen, "partOf", partOf);
        return chosen;
    }

    private static void put(Map<String, List<String>> chosen, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            chosen.put(name, List.of(value.strip()));
        }
    }
}
