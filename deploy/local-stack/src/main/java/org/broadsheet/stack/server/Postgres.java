package org.broadsheet.stack.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.stack.settings.Setting;

/// PostgreSQL with the database of ingest-service. TCP on loopback only, passwords by SCRAM.
public record Postgres(Stack stack, String version) implements Component {
    public static final String DATABASE = "broadsheet";
    private static final int STATUS_LINE = 7;

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String title() {
        return "PostgreSQL " + version;
    }

    @Override
    public Setting port() {
        return Setting.POSTGRES_PORT;
    }

    @Override
    public Launch prepare() {
        PostgresCluster cluster = new PostgresCluster(folder(), data(), secrets());
        cluster.createIfMissing();
        int port = stack.settings().port(port());
        return new Launch(
                Unprivileged.command(
                        List.of(
                                folder().resolve("bin/postgres").toString(),
                                "-D",
                                data().toString(),
                                "-p",
                                Integer.toString(port),
                                "-c",
                                "listen_addresses=" + host(),
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "shared_buffers=64MB",
                                "-c",
                                "logging_collector=off")),
                Map.of());
    }

    /// PostgreSQL writes its state into the eighth line of `postmaster.pid`.
    @Override
    public Readiness readiness(int port) {
        Path file = data().resolve("postmaster.pid");
        try {
            List<String> lines = Files.isReadable(file) ? Files.readAllLines(file) : List.of();
            String status = lines.size() > STATUS_LINE ? lines.get(STATUS_LINE).strip() : "";
            return status.equals("ready")
                    ? Readiness.yes()
                    : Readiness.no(status.isEmpty() ? "starting" : status);
        } catch (IOException e) {
            return Readiness.no(String.valueOf(e.getMessage()));
        }
    }

    /// SIGINT: clients are sent away, the data is written. SIGTERM would wait for the clients.
    @Override
    public String stopSignal() {
        return "INT";
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host() + ":" + stack.port(name(), port()) + "/" + DATABASE;
    }

    public Secrets secrets() {
        return new Secrets(stack.home().secrets());
    }

    private Path folder() {
        return stack.home().servers(stack.settings()).resolve("postgresql-" + version);
    }

    private Path data() {
        return stack.home().data().resolve("postgres");
    }
}
