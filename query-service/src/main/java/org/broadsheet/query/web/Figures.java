package org.broadsheet.query.web;

import com.fasterxml.jackson.databind.JsonNode;

/// The archive in numbers.
record Figures(
        String folder,
        String stored,
        String waiting,
        String rejected,
        String articles,
        String unplaced,
        String deadLetters) {
    /// @param status as ingest-service tells it
    static Figures of(JsonNode status, int deadLetters) {
        long lines = Math.max(1, status.at("/lines/total").asLong());
        return new Figures(
                status.path("folder").asText(),
                number(status, "/files/stored"),
                "%,d"
                        .formatted(
                                status.at("/files/received").asLong()
                                        + status.at("/files/waiting").asLong()),
                number(status, "/files/rejected"),
                number(status, "/articles/stored"),
                "%.1f%%".formatted(100.0 * status.at("/lines/unplaced").asLong() / lines),
                "%,d".formatted(deadLetters));
    }

    private static String number(JsonNode status, String path) {
        return "%,d".formatted(status.at(path).asLong());
    }
}
