package org.broadsheet.ingest.metadata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Rejection;
import org.broadsheet.ingest.issue.Rejection.Kind;
import org.jspecify.annotations.Nullable;

/// Metadata as people write it in YAML: `报纸: 鄂尔多斯日报`, `date: 2026-01-15`, `版: 3`.
final class YamlMetadata {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, List<String>> KEYS =
            Map.of(
                    "title", List.of("title", "newspaper", "报纸", "報紙"),
                    "code", List.of("code", "代码", "代碼"),
                    "date", List.of("date", "日期"),
                    "edition", List.of("edition", "版次"),
                    "page", List.of("page", "版", "版号", "版號"),
                    "name", List.of("name", "pagename", "section", "版名"));

    private final String by;
    private final Map<String, String> values = new HashMap<>();

    private YamlMetadata(String by) {
        this.by = by;
    }

    /// Reads fields that were given by themselves; blank ones are not given.
    ///
    /// @param by where they stand
    static IssueMetadata fields(Map<String, String> fields, String by) throws MetadataProblem {
        YamlMetadata metadata = new YamlMetadata(by);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String key = key(field.getKey());
            if (key == null) {
                throw metadata.problem(Kind.METADATA_FIELD, field.getKey());
            }
            if (!field.getValue().isBlank()) {
                metadata.values.put(key, field.getValue().strip());
            }
        }
        return metadata.read();
    }

    /// Reads a sidecar: nothing else may stand in it.
    ///
    /// @param by the file's name
    static IssueMetadata sidecar(String yaml, String by) throws MetadataProblem {
        YamlMetadata metadata = new YamlMetadata(by);
        List<String> unknown = metadata.take(yaml);
        if (!unknown.isEmpty()) {
            throw metadata.problem(Kind.METADATA_FIELD, String.join("', '", unknown));
        }
        return metadata.read();
    }

    /// Reads front matter, which may hold anything else too, or be no YAML at all but text between
    /// two rules: then it says nothing.
    static IssueMetadata frontMatter(String yaml) {
        YamlMetadata metadata = new YamlMetadata("the front matter");
        try {
            metadata.take(yaml);
            return metadata.read();
        } catch (MetadataProblem e) {
            return IssueMetadata.UNKNOWN;
        }
    }

    private List<String> take(String yaml) throws MetadataProblem {
        JsonNode root;
        try {
            root = YAML.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw problem(Kind.METADATA_YAML, e.getOriginalMessage());
        }
        List<String> unknown = new ArrayList<>();
        if (root == null || root.isMissingNode() || root.isNull()) {
            return unknown;
        }
        if (!root.isObject()) {
            throw problem(Kind.METADATA_LINES);
        }
        root.properties()
                .forEach(
                        entry -> {
                            String key = key(entry.getKey());
                            if (key == null) {
                                unknown.add(entry.getKey());
                            } else if (!entry.getValue().isNull()) {
                                values.put(key, entry.getValue().asText().strip());
                            }
                        });
        return unknown;
    }

    private static @Nullable String key(String written) {
        String lower = written.strip().toLowerCase(Locale.ROOT);
        return KEYS.entrySet().stream()
                .filter(known -> known.getValue().contains(lower))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(null);
    }

    private IssueMetadata read() throws MetadataProblem {
        String date = values.get("date");
        LocalDate day = date == null ? null : IssueDate.in(date);
        if (date != null && day == null) {
            throw problem(Kind.METADATA_DATE, date);
        }
        String page = values.get("page");
        Integer number = page == null ? null : PageNumber.of(page);
        if (page != null && number == null) {
            throw problem(Kind.METADATA_PAGE, page);
        }
        return new IssueMetadata(
                values.get("code"),
                values.get("title"),
                day,
                values.get("edition"),
                number,
                values.get("name"));
    }

    private MetadataProblem problem(Kind kind, String... values) {
        List<Object> all = new ArrayList<>(List.of(by));
        all.addAll(List.of(values));
        return new MetadataProblem(Rejection.of(kind, all.toArray()));
    }
}
