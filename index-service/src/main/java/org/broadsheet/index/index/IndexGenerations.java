package org.broadsheet.index.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.index.index.Elasticsearch.Reply;
import org.broadsheet.index.index.IndexVerdict.Unusable;
import org.broadsheet.index.index.IndexVerdict.Usable;
import org.jboss.logging.Logger;

/// The life of the index: made from the contract when the service starts, compared with it ever
/// after. The read alias is set only where it points nowhere: moving it is a decision.
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

    public int generation() {
        return contract.generation();
    }

    public String index() {
        return contract.index();
    }

    /// Makes what is absent: the index, its write alias, the read alias.
    public IndexVerdict ensure() {
        Reply reply = elasticsearch.get("/" + contract.index(), config.callDeadline());
        boolean readable = aliasExists();
        if (reply.status() == 404) {
            return create(readable);
        }
        if (reply.isSuccess()) {
            addAliases(found(reply).path("aliases"), readable);
        }
        return inspect();
    }

    /// Looks, and changes nothing.
    public IndexVerdict inspect() {
        Reply reply = elasticsearch.get("/" + contract.index(), config.callDeadline());
        if (reply.status() == 404) {
            return new Unusable("index " + contract.index() + " does not exist");
        }
        if (!reply.isSuccess()) {
            return new Unusable("index " + contract.index() + ": " + reply.cause());
        }
        JsonNode found = found(reply);
        JsonNode aliases = found.path("aliases");
        if (!aliases.has(contract.writeAlias())) {
            return new Unusable("alias " + contract.writeAlias() + " does not exist");
        }
        if (!aliases.has(contract.alias()) && !aliasExists()) {
            return new Unusable("alias " + contract.alias() + " does not exist");
        }
        return verdict(found);
    }

    private IndexVerdict verdict(JsonNode found) {
        List<String> unmet = contract.unmetBy(found.path("mappings"));
        if (!unmet.isEmpty()) {
            return new Unusable(
                    "mapping of " + contract.index() + " contradicts the contract at " + unmet);
        }
        List<String> notes = new ArrayList<>();
        if (!contract.isSameAs(found.path("mappings"))) {
            notes.add("mapping differs from the contract, compatibly");
        }
        if (!found.path("aliases").has(contract.alias())) {
            notes.add("alias " + contract.alias() + " still names another index");
        }
        String uuid = found.at("/settings/index/uuid").asText();
        return new Usable(uuid, String.join("; ", notes));
    }

    private IndexVerdict create(boolean readable) {
        ObjectNode definition = contract.definition().deepCopy();
        ObjectNode aliases = definition.putObject("aliases");
        aliases.putObject(contract.writeAlias());
        if (!readable) {
            aliases.putPOJO(contract.alias(), IndexContract.liveOnly());
        }
        Reply reply = put("PUT", "/" + contract.index(), definition);
        if (reply.isSuccess()) {
            LOG.infof("index created index=%s alias=%s", contract.index(), contract.alias());
        } else if (!reply.cause().contains("resource_already_exists")) {
            return new Unusable("index " + contract.index() + " not created: " + reply.cause());
        }
        return inspect();
    }

    private void addAliases(JsonNode aliases, boolean readable) {
        if (!aliases.has(contract.writeAlias())) {
            addAlias(contract.writeAlias(), Map.of());
        }
        if (!readable) {
            addAlias(contract.alias(), IndexContract.liveOnly());
        }
    }

    private void addAlias(String alias, Map<String, Object> options) {
        Reply reply = put("PUT", "/" + contract.index() + "/_alias/" + alias, options);
        LOG.infof("alias added alias=%s index=%s: %s", alias, contract.index(), reply.cause());
    }

    private Reply put(String method, String path, Object json) {
        return elasticsearch.send(method, path, DocumentWrite.json(json), config.callDeadline());
    }

    private boolean aliasExists() {
        return elasticsearch.get("/_alias/" + contract.alias(), config.callDeadline()).isSuccess();
    }

    private JsonNode found(Reply reply) {
        return reply.body().path(contract.index());
    }
}
