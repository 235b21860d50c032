package org.broadsheet.index.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.Elasticsearch.Reply;
import org.broadsheet.index.index.IndexVerdict.Unusable;
import org.broadsheet.index.index.IndexVerdict.Usable;
import org.jboss.logging.Logger;

/// The life of the index: made from the contract when the service starts, compared with it ever
/// after, built anew on request. Writes go to `<alias>-<generation>-write`, searches to the alias;
/// each names one index, and moving one is a single step that nobody sees half done.
@Singleton
public class IndexGenerations {
    private static final Logger LOG = Logger.getLogger(IndexGenerations.class);

    private final Elasticsearch elasticsearch;
    private final IndexContract contract;
    private final IndexConfig config;

    public IndexGenerations(
            Elasticsearch elasticsearch, IndexContract contract, IndexConfig config) {
        this.elasticsearch = elasticsearch;
        this.contract = contract;
        this.config = config;
    }

    /// One index as people see it.
    ///
    /// @param documents withdrawn ones too
    /// @param searched whether searches read it
    /// @param written whether events of this generation go to it
    public record Generation(String index, long documents, boolean searched, boolean written) {}

    /// What searches find.
    ///
    /// @param index Elasticsearch's own id of the index they read: another one knows nothing of
    ///   what this one held
    public record Searchable(String index, List<IndexScan.Entry> articles) {}

    /// What became of a wish; `message` says why not, or what happens now.
    public record Answer(boolean accepted, String message) {}

    public int generation() {
        return contract.generation();
    }

    /// Name of the index of this generation; its later builds have a number behind it.
    public String index() {
        return contract.index();
    }

    /// Makes what is absent: the index, its write alias, the read alias.
    public IndexVerdict ensure() {
        IndexCatalog catalog = catalog();
        boolean readable = catalog.read().isPresent() || aliasExists();
        if (catalog.written().isEmpty()) {
            List<IndexCatalog.Entry> builds = catalog.builds();
            if (builds.isEmpty()) {
                return create(contract.index(), readable);
            }
            String found = readOrLatest(builds).name();
            move(Stream.of(add(found, contract.writeAlias(), Map.of())));
            LOG.infof("alias added alias=%s index=%s", contract.writeAlias(), found);
        }
        if (!readable) {
            catalog().written().ifPresent(index -> move(Stream.of(addRead(index.name()))));
        }
        return inspect();
    }

    /// Looks, and changes nothing.
    public IndexVerdict inspect() {
        IndexCatalog catalog = catalog();
        if (catalog.written().isEmpty()) {
            return new Unusable(
                    (catalog.builds().isEmpty()
                                    ? "index " + contract.index()
                                    : "alias " + contract.writeAlias())
                            + " does not exist");
        }
        if (catalog.read().isEmpty() && !aliasExists()) {
            return new Unusable("alias " + contract.alias() + " does not exist");
        }
        return verdict(catalog.written().get());
    }

    /// All indices of ours, oldest first.
    public List<Generation> list() {
        IndexCatalog catalog = catalog();
        return catalog.entries().stream()
                .map(
                        index ->
                                new Generation(
                                        index.name(),
                                        documents(index.name()),
                                        index.hasAlias(contract.alias()),
                                        index.hasAlias(contract.writeAlias())))
                .toList();
    }

    /// Makes a new, empty index of this generation and lets events go there. Searches stay with the
    /// old one until the new one has been filled and checked.
    public Answer rebuild() {
        IndexCatalog catalog = catalog();
        if (catalog.isChangingOver()) {
            return new Answer(false, "a build is being filled already: " + writtenName(catalog));
        }
        String index = catalog.nextBuild();
        boolean readable = catalog.read().isPresent() || aliasExists();
        Reply made = put("PUT", "/" + index, contract.definition());
        if (!made.isSuccess()) {
            return new Answer(false, "index " + index + " not created: " + made.cause());
        }
        List<Object> steps = new ArrayList<>();
        catalog.written().ifPresent(old -> steps.add(remove(old.name(), contract.writeAlias())));
        steps.add(add(index, contract.writeAlias(), Map.of()));
        if (!readable) {
            steps.add(addRead(index));
        }
        return moved(steps, "events go to " + index);
    }

    /// Whether searches still read another index than the one that is filled now.
    public boolean isChangingOver() {
        return catalog().isChangingOver();
    }

    /// Compares the index that is read with the one that is to take its place.
    public IndexComparison compare() {
        IndexCatalog catalog = catalog();
        if (catalog.read().isEmpty() || catalog.written().isEmpty()) {
            return IndexComparison.NOTHING;
        }
        return IndexComparison.of(
                scan(catalog.read().get().name()), scan(catalog.written().get().name()));
    }

    /// Lets searches read the index that is written, in one step. The old one stays.
    public Answer changeOver() {
        IndexCatalog catalog = catalog();
        if (!catalog.isChangingOver()) {
            return new Answer(false, "searches read the index that is written already");
        }
        return readFrom(catalog, writtenName(catalog));
    }

    /// Gives up a build that is being filled; or else goes back to the build before, which is then
    /// brought up to date from the topic.
    public Answer rollBack() {
        IndexCatalog catalog = catalog();
        Optional<IndexCatalog.Entry> read = catalog.read();
        Optional<IndexCatalog.Entry> written = catalog.written();
        if (read.isEmpty() || written.isEmpty()) {
            return new Answer(false, "there is no index to go back from");
        }
        if (read.get().generation() != contract.generation()) {
            return readFrom(catalog, written.get().name());
        }
        List<Object> steps = new ArrayList<>();
        steps.add(remove(written.get().name(), contract.writeAlias()));
        if (catalog.isChangingOver()) {
            steps.add(add(read.get().name(), contract.writeAlias(), Map.of()));
            return moved(
                    steps,
                    written.get().name() + " is given up, events go to " + read.get().name());
        }
        Optional<IndexCatalog.Entry> before =
                catalog.builds().stream()
                        .filter(index -> index.build() < written.get().build())
                        .reduce((earlier, later) -> later);
        if (before.isEmpty()) {
            return new Answer(
                    false,
                    "there is no earlier build of generation "
                            + contract.generation()
                            + "; to go back to an earlier generation, start the index-service of"
                            + " that time and roll back there");
        }
        String index = before.get().name();
        steps.add(add(index, contract.writeAlias(), Map.of()));
        steps.add(remove(read.get().name(), contract.alias()));
        steps.add(addRead(index));
        return moved(steps, "searches and events use " + index);
    }

    /// Deletes indices of ours that nothing uses; gives their names.
    public List<String> deleteUnused() {
        List<String> names = catalog().unused().stream().map(IndexCatalog.Entry::name).toList();
        for (String name : names) {
            Reply reply =
                    elasticsearch.send("DELETE", "/" + name, new byte[0], config.callDeadline());
            LOG.infof("index deleted index=%s: %s", name, reply.cause());
        }
        return names;
    }

    /// Every document of the index that is written, withdrawn ones too.
    ///
    /// @throws AwayException if there is none
    public IndexScan scanWritten() {
        return scan(contract.writeAlias());
    }

    /// What searches find of these articles at present, withdrawn ones too. Nothing is refreshed
    /// for it: what is not here is not yet searchable.
    ///
    /// @throws AwayException if searches have no index, or Elasticsearch does not answer whole
    public Searchable searchable(List<String> ids) {
        IndexCatalog.Entry index =
                catalog().read().orElseThrow(() -> new AwayException("searches have no index"));
        Map<String, Object> search = IndexScan.question(Math.max(1, ids.size()));
        search.put("query", Map.of("ids", Map.of("values", ids)));
        Reply reply = put("POST", "/" + index.name() + "/_search", search);
        return new Searchable(index.uuid(), IndexScan.entries(reply));
    }

    private IndexScan scan(String index) {
        return new IndexScan(elasticsearch, index, config.scanDeadline());
    }

    private Answer readFrom(IndexCatalog catalog, String index) {
        List<Object> steps = new ArrayList<>();
        catalog.read().ifPresent(old -> steps.add(remove(old.name(), contract.alias())));
        steps.add(addRead(index));
        return moved(steps, "searches read " + index);
    }

    private static String writtenName(IndexCatalog catalog) {
        return catalog.written().map(IndexCatalog.Entry::name).orElse("");
    }

    private IndexCatalog.Entry readOrLatest(List<IndexCatalog.Entry> builds) {
        return builds.stream()
                .filter(index -> index.hasAlias(contract.alias()))
                .findFirst()
                .orElse(builds.getLast());
    }

    private IndexVerdict verdict(IndexCatalog.Entry index) {
        List<String> unmet = contract.unmetBy(index.mappings());
        if (!unmet.isEmpty()) {
            return new Unusable(
                    "mapping of " + index.name() + " contradicts the contract at " + unmet);
        }
        List<String> notes = new ArrayList<>();
        if (!contract.isSameAs(index.mappings())) {
            notes.add("mapping differs from the contract, compatibly");
        }
        if (!index.hasAlias(contract.alias())) {
            notes.add("searches still read another index");
        }
        return new Usable(index.uuid(), String.join("; ", notes));
    }

    private IndexVerdict create(String index, boolean readable) {
        ObjectNode definition = contract.definition().deepCopy();
        ObjectNode aliases = definition.putObject("aliases");
        aliases.putObject(contract.writeAlias());
        if (!readable) {
            aliases.putPOJO(contract.alias(), IndexContract.liveOnly());
        }
        Reply reply = put("PUT", "/" + index, definition);
        if (reply.isSuccess()) {
            LOG.infof("index created index=%s alias=%s", index, contract.alias());
        } else if (!reply.cause().contains("resource_already_exists")) {
            return new Unusable("index " + index + " not created: " + reply.cause());
        }
        return inspect();
    }

    private Answer moved(List<Object> steps, String what) {
        Reply reply = move(steps.stream());
        if (!reply.isSuccess()) {
            return new Answer(false, "aliases not moved: " + reply.cause());
        }
        LOG.infof("aliases moved: %s", what);
        return new Answer(true, what);
    }

    /// All steps at once, or none.
    private Reply move(Stream<Object> steps) {
        return put("POST", "/_aliases", Map.of("actions", steps.toList()));
    }

    private Map<String, Object> addRead(String index) {
        return add(index, contract.alias(), IndexContract.liveOnly());
    }

    private static Map<String, Object> add(
            String index, String alias, Map<String, Object> options) {
        Map<String, Object> step = new HashMap<>(options);
        step.put("index", index);
        step.put("alias", alias);
        return Map.of("add", step);
    }

    private static Map<String, Object> remove(String index, String alias) {
        return Map.of("remove", Map.of("index", index, "alias", alias, "must_exist", true));
    }

    private Reply put(String method, String path, Object json) {
        return elasticsearch.send(method, path, DocumentWrite.json(json), config.callDeadline());
    }

    private boolean aliasExists() {
        return elasticsearch.get("/_alias/" + contract.alias(), config.callDeadline()).isSuccess();
    }

    private long documents(String index) {
        JsonNode count = elasticsearch.get("/" + index + "/_count", config.callDeadline()).body();
        return count.path("count").asLong();
    }

    private IndexCatalog catalog() {
        Reply reply =
                elasticsearch.get(
                        "/" + contract.alias() + "-*?expand_wildcards=all", config.callDeadline());
        if (!reply.isSuccess()) {
            throw new AwayException(reply.cause());
        }
        return IndexCatalog.of(contract, reply.body());
    }
}
