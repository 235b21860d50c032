package org.broadsheet.ingest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Sidecar;
import org.broadsheet.ingest.issue.Told;
import org.jspecify.annotations.Nullable;

/// What people said of a file, as the column `told` holds it.
final class ToldJson {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    private ToldJson() {}

    private record Written(@Nullable IssueMetadata fields, @Nullable List<Sidecar> sidecars) {}

    static String of(Told told) {
        try {
            return JSON.writeValueAsString(told);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not writable as JSON: " + told, e);
        }
    }

    static Told read(String json) {
        try {
            Written written = JSON.readValue(json, Written.class);
            return new Told(
                    written.fields() == null ? IssueMetadata.UNKNOWN : written.fields(),
                    written.sidecars() == null ? List.of() : written.sidecars());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("column told of issue_file can't be read", e);
        }
    }
}
