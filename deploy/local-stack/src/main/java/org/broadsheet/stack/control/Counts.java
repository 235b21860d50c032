package org.broadsheet.stack.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.broadsheet.stack.http.Http;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.server.QuarkusService;

/// What the three services have counted. A service that does not answer leaves its part empty.
public record Counts(Json ingest, Json index) {

    public static Counts of(List<QuarkusService> services) {
        return new Counts(
                status(named(services, "ingest-service")),
                status(named(services, "index-service")));
    }

    private static Json status(QuarkusService service) {
        return get(service.address() + "/api/status");
    }

    /// Articles found by a search; empty when query-service does not answer.
    public static OptionalLong found(List<QuarkusService> services, String words) {
        return get(searchAddress(services, words)).at("total").number();
    }

    public static String searchAddress(List<QuarkusService> services, String words) {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        return named(services, "query-service").address() + "/api/search?q=" + query;
    }

    private static Json get(String address) {
        return Http.get(address)
                .filter(Http.Answer::isOk)
                .map(Http.Answer::json)
                .orElse(Json.nothing());
    }

    public static QuarkusService named(List<QuarkusService> services, String name) {
        Optional<QuarkusService> service =
                services.stream().filter(one -> one.name().equals(name)).findFirst();
        return service.orElseThrow(() -> new IllegalArgumentException(name));
    }

    public OptionalLong filesStored() {
        return ingest.at("files", "stored").number();
    }

    public OptionalLong filesWaiting() {
        return ingest.at("files", "waiting").number();
    }

    /// Files in the ledger that are to be read, for the first time or again.
    public OptionalLong filesReceived() {
        return ingest.at("files", "received").number();
    }

    public OptionalLong filesRejected() {
        return ingest.at("files", "rejected").number();
    }

    public OptionalLong filesDuplicate() {
        return ingest.at("files", "duplicate").number();
    }

    /// Files of the drop folder that can't be taken, each with the last error.
    public Map<String, String> filesSetAside() {
        Map<String, String> errors = new TreeMap<>();
        if (ingest.at("files", "setAside") instanceof Json.Members(var files)) {
            files.forEach(
                    (name, aside) -> errors.put(name, aside.at("lastError").text().orElse("")));
        }
        return errors;
    }

    public OptionalLong articlesStored() {
        return ingest.at("articles", "stored").number();
    }

    public OptionalLong articlesWithdrawn() {
        return ingest.at("articles", "withdrawn").number();
    }

    public OptionalLong unpublished() {
        return ingest.at("outbox", "unpublished").number();
    }

    public OptionalLong eventsApplied() {
        return index.at("applied").number();
    }

    public OptionalLong eventsDead() {
        return index.at("dead").number();
    }

    public OptionalLong lag() {
        return index.at("lag").number();
    }

    /// Searches see as many articles as are stored, but for those that lie with the dead letters.
    public boolean areAllFound() {
        OptionalLong found = index.at("documents").number();
        return found.isPresent()
                && found.getAsLong() + eventsDead().orElse(0) >= articlesStored().orElse(0);
    }

    /// Nothing is on its way any more between the drop folder and the index.
    public boolean isSettled() {
        return isZero(filesWaiting())
                && isZero(filesReceived())
                && isZero(unpublished())
                && isZero(lag());
    }

    private static boolean isZero(OptionalLong count) {
        return count.isPresent() && count.getAsLong() == 0;
    }
}
