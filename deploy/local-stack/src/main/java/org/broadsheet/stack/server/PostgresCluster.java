package org.broadsheet.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.process.Programs;

/// The folder with PostgreSQL's data. Made beside its place and then renamed, so that a start that
/// was interrupted leaves nothing half done.
record PostgresCluster(Path postgresql, Path data, Secrets secrets) {
    static final String PASSWORD = "postgres-password";
    private static final String FRESH = ".postgres-new-";
    private static final String SUPERUSER_PASSWORD = "postgres-superuser-password";

    void createIfMissing() {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        try {
            deleteLeftovers();
            Path fresh = Files.createTempDirectory(data.getParent(), FRESH);
            check("initdb", initdb(fresh));
            check("creating the database", createDatabase(fresh));
            Files.move(fresh, data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make PostgreSQL's folder " + data, e);
        }
    }

    /// Of starts that were interrupted. An initdb that was interrupted clears up by itself and may
    /// still be at it, so its folder is never used again.
    private void deleteLeftovers() throws IOException {
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(data.getParent(), FRESH + "*")) {
            folders.forEach(Folders::delete);
        }
    }

    private Programs.Answer initdb(Path folder) {
        return Programs.run(
                Unprivileged.command(
                        List.of(
                                postgresql.resolve("bin/initdb").toString(),
                                "--pgdata=" + folder,
                                "--username=postgres",
                                "--pwfile=" + secrets.file(SUPERUSER_PASSWORD),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8")),
                "");
    }

    /// In single-user mode, because no client program comes with the server. The password goes
    /// through the pipe, never through a command line.
    private Programs.Answer createDatabase(Path folder) {
        String name = Postgres.DATABASE;
        return Programs.run(
                Unprivileged.command(
                        List.of(
                                postgresql.resolve("bin/postgres").toString(),
                                "--single",
                                "-D",
                                folder.toString(),
                                "postgres")),
                "CREATE ROLE %s LOGIN PASSWORD '%s'\nCREATE DATABASE %s OWNER %s\n"
                        .formatted(name, secrets.value(PASSWORD), name, name));
    }

    private static void check(String what, Programs.Answer answer) {
        if (!answer.succeeded() || answer.text().contains("ERROR:")) {
            throw new Problem(
                    "PostgreSQL: " + what + " failed:\n" + answer.text(),
                    "If the message names a missing library, install it and run deploy/up again.");
        }
    }
}
