package org.broadsheet.stack.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadsheet.stack.http.Http;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.settings.Setting;

/// One of our three services, run from its copy in the home folder.
public record QuarkusService(Stack stack, String name, Setting port) implements Component {

    private static final String INGEST = "ingest-service";
    private static final String QUERY = "query-service";
    private static final String KEY = "api-key";

    static List<QuarkusService> all(Stack stack) {
        return List.of(
                new QuarkusService(stack, INGEST, Setting.INGEST_PORT),
                new QuarkusService(stack, "index-service", Setting.INDEX_PORT),
                new QuarkusService(stack, QUERY, Setting.QUERY_PORT));
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public String host() {
        return stack.settings().value(Setting.HOST);
    }

    /// The copy the service runs from, so that a rebuild of the clone does not pull the jars away
    /// under a running process.
    public Path folder() {
        return stack.home().services().resolve(name);
    }

    @Override
    public Launch prepare() {
        Map<String, String> environment = new TreeMap<>(ServerAddresses.of(stack));
        environment.put("QUARKUS_HTTP_HOST", host());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(stack.settings().port(port)));
        environment.put("DROP_FOLDER", stack.home().drop().toString());
        if (name.equals(INGEST)) {
            int index = stack.settings().port(Setting.INDEX_PORT);
            environment.put("PROGRESS_INDEX_SERVICE", address(index));
            environment.put("UPLOAD_SPOOL", stack.home().data().resolve("uploads").toString());
            environment.put("ACCESS_KEY", key());
        }
        if (name.equals(QUERY)) {
            int ingest = stack.settings().port(Setting.INGEST_PORT);
            int index = stack.settings().port(Setting.INDEX_PORT);
            environment.put("ARCHIVE_INGEST_SERVICE", address(ingest));
            environment.put("ARCHIVE_INDEX_SERVICE", address(index));
        }
        return new Launch(
                List.of(
                        stack.java(),
                        // Those of the images.
                        "@" + stack.sources().root().resolve("deploy/compose/image/java.options"),
                        "-Xmx" + stack.settings().heap(Setting.SERVICE_HEAP),
                        "-jar",
                        folder().resolve("quarkus-run.jar").toString()),
                environment);
    }

    /// Opens what changes something in this service; "" where nothing needs a key.
    public String key() {
        return name.equals(INGEST) ? new Secrets(stack.home().secrets()).value(KEY) : "";
    }

    /// Where that key lies.
    public Path keyFile() {
        return stack.home().secrets().resolve(KEY);
    }

    @Override
    public Readiness readiness(int port) {
        Optional<Http.Answer> answer = Http.get(address(port) + "/q/health/ready");
        if (answer.isEmpty()) {
            return Readiness.no("no answer yet");
        }
        return answer.get().isOk()
                ? Readiness.yes()
                : Readiness.no(whatIsDown(answer.get().json(), answer.get().status()));
    }

    /// Names the health checks that are down.
    static String whatIsDown(Json health, int status) {
        String down =
                health.at("checks").elements().stream()
                        .filter(check -> !check.at("status").text().equals(Optional.of("UP")))
                        .flatMap(check -> check.at("name").text().stream())
                        .collect(Collectors.joining(", "));
        return down.isEmpty() ? "its health answers " + status : down + " is down";
    }

    @Override
    public Duration stopPatience() {
        return Duration.ofSeconds(10);
    }

    /// Address of the running service, for people and for us.
    public String address() {
        return address(stack.port(name, port));
    }

    private String address(int port) {
        return "http://" + stack.serviceHost() + ":" + port;
    }
}
