package org.broadsheet.index.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// One document as the two lines that `_bulk` reads. Written once, however often it is sent.
///
/// The version is the article's revision and `external` is strict: an event that was applied
/// before, or is older than the document, conflicts and changes nothing.
public final class DocumentWrite {
    private static final ObjectWriter JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build()
                    .writer();

    private final String id;
    private final long revision;
    private final byte[] lines;

    private DocumentWrite(String id, long revision, byte[] lines) {
        this.id = id;
        this.revision = revision;
        this.lines = lines;
    }

    public static DocumentWrite of(ArticleDocument document) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("_id", document.id());
        target.put("version", document.revision());
        target.put("version_type", "external");
        var lines = new ByteArrayOutputStream(1024);
        lines.writeBytes(json(Map.of("index", target)));
        lines.write('\n');
        lines.writeBytes(json(document));
        lines.write('\n');
        return new DocumentWrite(document.id(), document.revision(), lines.toByteArray());
    }

    public String id() {
        return id;
    }

    public long revision() {
        return revision;
    }

    /// Action and document, each with its line end.
    public String text() {
        return new String(lines, UTF_8);
    }

    int length() {
        return lines.length;
    }

    void writeTo(ByteArrayOutputStream request) {
        request.writeBytes(lines);
    }

    static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
        }
    }
}
