package org.broadsheet.ingest.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/// The first entry of a backup: what it is and what follows. A backup is a ZIP archive; each table
/// is an entry in the text form of PostgreSQL's COPY, and the last entry, `SHA256SUMS`, says what
/// all of them must be.
///
/// @param format of the file as a whole
/// @param schema version of the database's schema
/// @param made when, as ISO 8601
record Manifest(int format, String schema, String made, List<Table> tables) {
    static final String NAME = "manifest.json";
    static final String SUMS = "SHA256SUMS";
    static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

    /// What is kept, in an order in which each table refers to earlier ones only. What tells how
    /// far topic and index are is left out: it says nothing of those that come after a restoration.
    static final List<String> KEPT =
            List.of("newspaper", "issue_file", "page", "article", "api_key");

    static final List<String> LEFT_OUT =
            List.of(
                    "outbox",
                    "filled_topic",
                    "searched_index",
                    "set_aside",
                    "flyway_schema_history");

    record Table(String name, List<String> columns) {
        String entry() {
            return name + ".copy";
        }

        /// @param direction as COPY has it
        String copy(String direction) {
            return "copy \"%s\" (\"%s\") %s"
                    .formatted(name, String.join("\", \"", columns), direction);
        }
    }

    byte[] json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest is always JSON", e);
        }
    }

    static Manifest of(byte[] json) throws IOException {
        return JSON.readValue(json, Manifest.class);
    }
}
