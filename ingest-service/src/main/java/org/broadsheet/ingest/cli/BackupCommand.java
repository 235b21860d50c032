package org.broadsheet.ingest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.broadsheet.ingest.backup.Backup;
import org.broadsheet.ingest.backup.BackupProblem;
import org.broadsheet.ingest.backup.Restoration;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Writes the archive into a file, or brings one back. It needs PostgreSQL alone, named by the same
/// variables as for the service.
public final class BackupCommand {
    private static final String HELP =
            """
            usage: backup write FILE|-   writes the archive into a new file, or to standard output
                   backup read FILE|-    brings it back into an empty archive
              PostgreSQL is named by QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME
              (broadsheet) and QUARKUS_DATASOURCE_PASSWORD, or by files of the names of these
              properties where SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS says, as for the service.

            Exit status: 0 if it is done, 1 if not; then nothing has changed. 2 for a wrong call.
            """;

    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final PrintStream err;

    private BackupCommand(PrintStream err) {
        this.err = err;
    }

    public static void main(String[] args) {
        PrintStream err = new PrintStream(System.err, true, UTF_8);
        System.exit(new BackupCommand(err).run(args));
    }

    private int run(String[] args) {
        FLYWAY.setLevel(Level.WARNING);
        if (args.length != 2) {
            err.print(HELP);
            return 2;
        }
        try {
            switch (args[0]) {
                case "write" -> write(args[1]);
                case "read" -> read(args[1]);
                default -> {
                    err.print(HELP);
                    return 2;
                }
            }
            return 0;
        } catch (BackupProblem e) {
            err.println(e.getMessage());
        } catch (FileAlreadyExistsException e) {
            err.println(e.getFile() + " is there already; a backup is never written over.");
        } catch (IOException | SQLException e) {
            err.println("not done: " + e);
        }
        return 1;
    }

    private void write(String target) throws IOException, SQLException, BackupProblem {
        if (target.equals("-")) {
            // Not System.out, which holds back the last of what it is given, and hides errors.
            try (OutputStream out =
                    new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
                Backup.Written written = write(out);
                out.flush();
                tell(written);
            }
            return;
        }
        Path file = Path.of(target).toAbsolutePath();
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path part = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".part");
        try {
            Backup.Written written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                written = write(out);
            }
            try (FileChannel whole = FileChannel.open(part, StandardOpenOption.WRITE)) {
                whole.force(true);
            }
            // A link, not a move: it fails where something has come to stand there meanwhile.
            Files.createLink(file, part);
            tell(written);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Backup.Written write(OutputStream out)
            throws IOException, SQLException, BackupProblem {
        try (Connection connection = archive().getConnection()) {
            return Backup.write(connection, Instant.now(), out);
        }
    }

    private void tell(Backup.Written written) {
        err.printf(
                "%d articles of %d files are in the backup.%n",
                written.articles(), written.files());
    }

    private void read(String source) throws IOException, SQLException, BackupProblem {
        Restoration restoration = new Restoration(archive());
        Restoration.Restored restored;
        if (source.equals("-")) {
            restored = restoration.restore(System.in);
        } else {
            try (var in = Files.newInputStream(Path.of(source))) {
                restored = restoration.restore(in);
            }
        }
        err.printf(
                "%d articles are in the archive again, as of %s, and on their way to the topic.%n",
                restored.articles(), restored.made());
    }

    private static PGSimpleDataSource archive() throws BackupProblem, IOException {
        PGSimpleDataSource archive = new PGSimpleDataSource();
        archive.setUrl(required("quarkus.datasource.jdbc.url"));
        archive.setUser(setting("quarkus.datasource.username").orElse("broadsheet"));
        archive.setPassword(required("quarkus.datasource.password"));
        return archive;
    }

    private static String required(String property) throws BackupProblem, IOException {
        return setting(property).orElseThrow(() -> BackupProblem.ofMissing(variable(property)));
    }

    /// As the service would find it: a variable, or a secret in a file.
    private static Optional<String> setting(String property) throws IOException {
        @Nullable String value = System.getenv(variable(property));
        if (value != null && !value.isEmpty()) {
            return Optional.of(value);
        }
        String folders = System.getenv().getOrDefault("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", "");
        for (String folder : folders.split(",", -1)) {
            Path file = Path.of(folder.strip(), property);
            if (!folder.isBlank() && Files.isRegularFile(file)) {
                return Optional.of(Files.readString(file).strip());
            }
        }
        return Optional.empty();
    }

    private static String variable(String property) {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
