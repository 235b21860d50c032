package org.broadsheet.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.e2e.Deploy;

/// PostgreSQL, Kafka and Elasticsearch of the test stack: where they are, and how they are killed
/// and started again.
final class Servers {
    private Servers() {}

    static String jdbcUrl() {
        return Deploy.environment("QUARKUS_DATASOURCE_JDBC_URL");
    }

    static InetSocketAddress postgres() {
        URI address = URI.create(jdbcUrl().substring("jdbc:".length()));
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    static String kafka() {
        return Deploy.environment("KAFKA_BOOTSTRAP_SERVERS");
    }

    static String elasticsearch() {
        return "http://" + Deploy.environment("QUARKUS_ELASTICSEARCH_HOSTS");
    }

    static int elasticsearchPort() {
        return URI.create(elasticsearch()).getPort();
    }

    /// SIGKILL to a server and everything it has started.
    ///
    /// @param name postgres, kafka or elasticsearch
    static void kill(String name) throws IOException {
        ProcessHandle server = process(name).orElseThrow();
        List<ProcessHandle> family = new ArrayList<>(server.descendants().toList());
        family.add(server);
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(process -> process.onExit().join());
    }

    private static Optional<ProcessHandle> process(String name) throws IOException {
        Path run = Deploy.home().resolve("run").resolve(name + ".properties");
        Matcher pid = Pattern.compile("(?m)^pid=(\\d+)$").matcher(Files.readString(run));
        assertThat(pid.find()).as(run.toString()).isTrue();
        return ProcessHandle.of(Long.parseLong(pid.group(1)));
    }

    /// Starts whatever does not run.
    static void restart() throws IOException, InterruptedException {
        if (process("postgres").isPresent()
                && process("kafka").isPresent()
                && process("elasticsearch").isPresent()) {
            return;
        }
        Deploy.Outcome up = Deploy.run("up", "--servers-only");
        assertThat(up.exitCode()).as(up.whole()).isZero();
    }
}
