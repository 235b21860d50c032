package org.broadsheet.index.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The indices of our alias as Elasticsearch has them now: every generation, and every build of
/// one.
record IndexCatalog(IndexContract contract, List<Entry> entries) {
    IndexCatalog {
        entries = List.copyOf(entries);
    }

    /// One index. Its first build is called `<alias>-<generation>`, a later one has the number of
    /// the build behind that.
    record Entry(String name, int generation, int build, JsonNode body) {
        String uuid() {
            return body.at("/settings/index/uuid").asText();
        }

        boolean hasAlias(String alias) {
            return body.path("aliases").has(alias);
        }

        JsonNode mappings() {
            return body.path("mappings");
        }
    }

    /// Reads the answer to `GET /<alias>-*`; an index that only looks like ours is left out.
    static IndexCatalog of(IndexContract contract, JsonNode answer) {
        Pattern name = Pattern.compile(Pattern.quote(contract.alias()) + "-(\\d+)(?:\\.(\\d+))?");
        List<Entry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> index : answer.properties()) {
            Matcher parts = name.matcher(index.getKey());
            if (parts.matches()) {
                int build = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
                entries.add(
                        new Entry(
                                index.getKey(),
                                Integer.parseInt(parts.group(1)),
                                build,
                                index.getValue()));
            }
        }
        entries.sort(Comparator.comparingInt(Entry::generation).thenComparingInt(Entry::build));
        return new IndexCatalog(contract, entries);
    }

    /// The index that is written to.
    Optional<Entry> written() {
        return entries.stream().filter(e -> e.hasAlias(contract.writeAlias())).findFirst();
    }

    /// The index that searches read.
    Optional<Entry> read() {
        return entries.stream().filter(e -> e.hasAlias(contract.alias())).findFirst();
    }

    /// Builds of the contract's generation, the latest last.
    List<Entry> builds() {
        return entries.stream().filter(e -> e.generation() == contract.generation()).toList();
    }

    /// Indices that neither searches nor any index-service use.
    List<Entry> unused() {
        return entries.stream().filter(e -> e.body().path("aliases").isEmpty()).toList();
    }

    String nextBuild() {
        int builds = builds().stream().mapToInt(Entry::build).max().orElse(0);
        return builds == 0 ? contract.index() : contract.index() + "." + (builds + 1);
    }

    /// Whether searches still read another index than the one that is written, and are to change
    /// over to it: never back to an older generation, which another index-service may be serving.
    boolean isChangingOver() {
        Optional<Entry> read = read();
        Optional<Entry> written = written();
        return read.isPresent()
                && written.isPresent()
                && !read.get().name().equals(written.get().name())
                && read.get().generation() <= contract.generation();
    }
}
