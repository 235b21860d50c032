package org.broadsheet.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/// The desk at a glance.
///
/// @param ledger the files that came last
/// @param aside files of the drop folder that can't be taken for now
/// @param keyed whether there is a key to change something with
record DeskView(Figures figures, LedgerView ledger, List<Aside> aside, boolean keyed, Visit visit) {
    /// A file that was set aside: it is tried again now and then, and the others flow.
    record Aside(String name, int attempts, Trouble trouble, String triedAt) {}

    /// @param status as ingest-service tells it
    static List<Aside> aside(JsonNode status, Visit visit) {
        return status.at("/files/setAside").properties().stream()
                .map(
                        file ->
                                new Aside(
                                        file.getKey(),
                                        file.getValue().path("attempts").asInt(),
                                        Trouble.ofAttempt(
                                                file.getValue().path("lastError").asText(),
                                                visit.language()),
                                        visit.moment(
                                                Instant.parse(
                                                        file.getValue().path("triedAt").asText()))))
                .toList();
    }
}
