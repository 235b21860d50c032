package org.broadsheet.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.stack.http.Http;
import org.broadsheet.stack.settings.Setting;

/// Elasticsearch, one node. Its start script stays in front of the server: it stops the server in
/// good order when it is asked to end, and the server ends when it is gone.
public record Elasticsearch(Stack stack, String version) implements Component {
    private static final String PLUGIN = "broadsheet-analysis";

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public String title() {
        return "Elasticsearch " + version;
    }

    @Override
    public Setting port() {
        return Setting.ELASTICSEARCH_PORT;
    }

    @Override
    public List<Setting> otherPorts() {
        return List.of(Setting.ELASTICSEARCH_TRANSPORT_PORT);
    }

    @Override
    public Launch prepare() {
        try {
            Files.createDirectories(config());
            Files.createDirectories(temporary());
            Files.createDirectories(data());
            assemble();
            ElasticsearchConfig files = new ElasticsearchConfig(stack, data(), host());
            Files.writeString(config().resolve("elasticsearch.yml"), files.settings());
            Files.writeString(config().resolve("log4j2.properties"), files.logging());
            Files.writeString(
                    config().resolve("jvm.options"),
                    files.jvmOptions(Files.readString(unpacked().resolve("config/jvm.options"))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + config(), e);
        }
        return new Launch(
                Unprivileged.jvm(List.of(folder().resolve("bin/elasticsearch").toString())),
                Map.of(
                        "ES_JAVA_HOME",
                        stack.jdk().toString(),
                        "ES_PATH_CONF",
                        config().toString(),
                        "ES_TMPDIR",
                        temporary().toString(),
                        "ES_JAVA_OPTS",
                        ""));
    }

    @Override
    public Readiness readiness(int port) {
        Optional<Http.Answer> answer =
                Http.get("http://" + host() + ":" + port + "/_cluster/health?timeout=1s");
        if (answer.isEmpty()) {
            return Readiness.no("no answer yet");
        }
        String status = answer.get().json().at("status").text().orElse("unknown");
        return answer.get().isOk() && !status.equals("red")
                ? Readiness.yes()
                : Readiness.no("its cluster is " + status);
    }

    public String address() {
        return host() + ":" + stack.port(name(), port());
    }

    /// The copy of our plugin that the server loads.
    public Path plugin() {
        return stack.home().services().resolve(PLUGIN);
    }

    /// The server as it is unpacked may be shared with other stacks, the plugin may not. So the
    /// server runs from a folder of links: its own parts there, our plugin here.
    private void assemble() throws IOException {
        Files.createDirectories(folder().resolve("plugins"));
        for (String part : List.of("bin", "lib", "modules")) {
            link(folder().resolve(part), unpacked().resolve(part));
        }
        link(folder().resolve("plugins").resolve(PLUGIN), plugin());
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private Path folder() {
        return stack.home().run().resolve("elasticsearch");
    }

    private Path unpacked() {
        return stack.home().servers(stack.settings()).resolve("elasticsearch-" + version);
    }

    private Path config() {
        return stack.home().config().resolve("elasticsearch");
    }

    private Path data() {
        return stack.home().data().resolve("elasticsearch");
    }

    private Path temporary() {
        return stack.home().run().resolve("elasticsearch-tmp");
    }
}
