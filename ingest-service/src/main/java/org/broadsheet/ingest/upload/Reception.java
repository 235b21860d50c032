package org.broadsheet.ingest.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadsheet.ingest.drop.DropConfig;
import org.broadsheet.ingest.drop.IssueFileReader;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Rejection;
import org.broadsheet.ingest.issue.Told;
import org.broadsheet.ingest.store.Ledger;
import org.broadsheet.ingest.store.WaitingFiles;
import org.broadsheet.ingest.upload.Arrival.Source;
import org.jspecify.annotations.Nullable;

/// Enters files in the ledger before they are read. When it returns they are in PostgreSQL, all of
/// them; when it throws, none is.
@ApplicationScoped
public class Reception {
    private final DataSource dataSource;
    private final Ledger ledger;
    private final WaitingFiles waitingFiles;
    private final UploadConfig config;
    private final DropConfig dropConfig;
    private final IssueFileReader reader;
    private final Clock clock;

    Reception(
            DataSource dataSource,
            Ledger ledger,
            WaitingFiles waitingFiles,
            UploadConfig config,
            DropConfig dropConfig,
            IssueFileReader reader,
            Clock clock) {
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.waitingFiles = waitingFiles;
        this.config = config;
        this.dropConfig = dropConfig;
        this.reader = reader;
        this.clock = clock;
    }

    /// A file that is in the ledger now.
    ///
    /// @param state received; unpacked or duplicate for a `.zip`
    /// @param partOf id of the `.zip` it came in
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Received(
            long id, String name, String sha256, String state, @Nullable Long partOf) {}

    public static boolean isZip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /// Enters files that came together.
    ///
    /// @param files by name
    /// @param fields given for all of them
    /// @throws Refusal if one of them can't be taken, or too many wait already
    @Transactional(rollbackOn = Exception.class)
    public List<Received> receive(Map<String, Source> files, IssueMetadata fields)
            throws SQLException, IOException, Refusal {
        List<Arrival> arrivals = Bundle.arrivals(files, fields);
        try (Connection connection = dataSource.getConnection()) {
            return enter(connection, arrivals, null);
        }
    }

    /// Enters a `.zip` and every file in it. The same `.zip` once more is a duplicate.
    ///
    /// @param file that it lies in
    /// @param sha256 of its bytes
    /// @return the `.zip` itself, then its files
    /// @throws Refusal if it can't be taken
    @Transactional(rollbackOn = Exception.class)
    public List<Received> receiveZip(
            String name, Path file, long size, String sha256, IssueMetadata fields)
            throws SQLException, IOException, Refusal {
        Told told = new Told(fields, List.of());
        Ledger.Entry entry = new Ledger.Entry(name, sha256, size, null, told, clock.instant());
        try (Connection connection = dataSource.getConnection();
                ZipPages zip =
                        ZipPages.open(name, file, config, dropConfig.fileSizeMax().asLongValue())) {
            ledger.lock(connection, sha256, name);
            Optional<Ledger.Unpacked> before = ledger.unpacked(connection, sha256);
            if (before.isPresent()) {
                // The same name: it is dropped again, or was not put away before a kill.
                long id =
                        before.get().name().equals(name)
                                ? before.get().id()
                                : ledger.duplicate(connection, entry, before.get().name());
                return List.of(new Received(id, name, sha256, "duplicate", null));
            }
            long id = ledger.unpacked(connection, entry);
            List<Received> received = new ArrayList<>();
            received.add(new Received(id, name, sha256, "unpacked", null));
            received.addAll(enter(connection, Bundle.arrivals(zip.files(), fields), id));
            return received;
        }
    }

    private List<Received> enter(
            Connection connection, List<Arrival> arrivals, @Nullable Long partOf)
            throws SQLException, IOException, Refusal {
        if (waitingFiles.count(connection) + arrivals.size() > config.waitingMax()) {
            throw new Refusal(
                    Refusal.COME_AGAIN,
                    "Too many files wait",
                    "More than %d files wait to be read (upload.waiting-max). Send these again in a while."
                            .formatted(config.waitingMax()));
        }
        Instant now = clock.instant();
        List<Received> received = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            RawFile raw = RawFile.of(arrival.name(), arrival.source().bytes());
            Optional<Rejection> beyond = reader.beyondLimits(raw.bytes());
            if (beyond.isPresent()) {
                throw new Refusal(
                        413,
                        "Beyond a limit",
                        "'%s' can't be taken. %s"
                                .formatted(raw.printableName(), beyond.get().words()));
            }
            Ledger.Entry entry =
                    new Ledger.Entry(
                            raw.name(), raw.sha256(), raw.size(), raw.bytes(), arrival.told(), now);
            long id = ledger.received(connection, entry, partOf);
            received.add(new Received(id, raw.name(), raw.sha256(), "received", partOf));
        }
        Log.infof("files received count=%d", received.size());
        return received;
    }
}
