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

    private static final String DROP_AGAIN = "Mend it and drop the page again";

    private final String by;
    private final String remedy;
    private final Map<String, String> values = new HashMap<>();

    private YamlMetadata(String by, String remedy) {
        this.by = by;
        this.remedy = remedy;
    }

    /// Reads fields that were given by themselves; blank ones are not given.
    ///
    /// @param by where they stand
    static IssueMetadata fields(Map<String, String> fields, String by) throws MetadataProblem {
        YamlMetadata metadata = new YamlMetadata(by, "Mend it and send it again");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String key = key(field.getKey());
            if (key == null) {
                throw metadata.problem("holds '" + field.getKey() + "', which is not known");
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
        YamlMetadata metadata = new YamlMetadata(by, DROP_AGAIN);
        List<String> unknown = metadata.take(yaml);
        if (!unknown.isEmpty()) {
            throw new MetadataProblem(
                    "%s holds '%s', which is not known. Known are title (报纸), code, date (日期), edition (版次), page (版) and name (版名). Mend it and drop the page again."
                            .formatted(by, String.join("', '", unknown)));
        }
        return metadata.read();
    }

    /// Reads front matter, which may hold anything else too, or be no YAML at all but text between
    /// two rules: then it says nothing.
    static IssueMetadata frontMatter(String yaml) {
        YamlMetadata metadata = new YamlMetadata("the front matter", DROP_AGAIN);
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
            throw problem("is not YAML (" + e.getOriginalMessage() + ")");
        }
        List<String> unknown = new ArrayList<>();
        if (root == null || root.isMissingNode() || root.isNull()) {
            return unknown;
        }
        if (!root.isObject()) {
            throw problem("is not a list of 'name: value' lines");
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
            throw problem("says '" + date + "' for the date; write it as 2026-01-15");
        }
        String page = values.get("page");
        Integer number = page == null ? null : PageNumber.of(page);
        if (page != null && number == null) {
            throw problem("says '" + page + "' for the page; write it as a number from 1 to 999");
        }
        return new IssueMetadata(
                values.get("code"),
                values.get("title"),
                day,
                values.get("edition"),
                number,
                values.get("name"));
    }

    private MetadataProblem problem(String what) {
        return new MetadataProblem(by + " " + what + ". " + remedy + ".");
    }
}
