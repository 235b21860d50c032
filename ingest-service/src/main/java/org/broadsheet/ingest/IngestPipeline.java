package org.broadsheet.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.broadsheet.ingest.drop.Claim;
import org.broadsheet.ingest.drop.ClaimedFile;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.drop.DroppedFile;
import org.broadsheet.ingest.drop.IssueFile;
import org.broadsheet.ingest.drop.IssueFileReader;
import org.broadsheet.ingest.drop.ReadResult;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.ParsedPage;

/// Takes one dropped file the whole way: claim, read, parse, save, put away. Every step may happen
/// twice: a file is put away only after it is saved, and saved bytes are known again by their hash.
@ApplicationScoped
class IngestPipeline {
    private final DropFolder dropFolder;
    private final IssueFileReader reader;
    private final Archive archive;
    private final MeterRegistry metrics;
    private final PageParser parser = new PageParser();

    IngestPipeline(
            DropFolder dropFolder, IssueFileReader reader, Archive archive, MeterRegistry metrics) {
        this.dropFolder = dropFolder;
        this.reader = reader;
        this.archive = archive;
        this.metrics = metrics;
    }

    /// @throws IOException if the file can't be read or put away; it stays where it is
    /// @throws SQLException if PostgreSQL is away; the file stays where it is
    void ingest(DroppedFile dropped) throws IOException, SQLException {
        switch (dropFolder.claim(dropped)) {
            case Claim.NotYet(String why) ->
                    Log.infof(
                            "file left for later file=%s reason=%s", dropped.printableName(), why);
            case Claim.Claimed(ClaimedFile claimed) -> {
                switch (reader.read(claimed)) {
                    case ReadResult.Read(IssueFile file) -> store(file);
                    case ReadResult.Rejected(String reason) -> reject(claimed, reason);
                }
            }
        }
    }

    private void store(IssueFile file) throws IOException, SQLException {
        List<ParsedPage> parsed = file.pages().stream().map(parser::parse).toList();
        Saved saved = archive.save(file, parsed);
        dropFolder.done(file.claimed());
        String name = file.claimed().file().printableName();
        switch (saved) {
            case Saved.Stored(int pages, int articles, int changed, int withdrawn) -> {
                count("stored");
                Log.infof(
                        "file stored file=%s pages=%d articles=%d changed=%d withdrawn=%d",
                        name, pages, articles, changed, withdrawn);
            }
            case Saved.Duplicate(String of) -> {
                count("duplicate");
                Log.infof("file duplicate file=%s of=%s", name, of);
            }
            case Saved.Unchanged() -> {
                count("unchanged");
                Log.infof("file unchanged file=%s", name);
            }
        }
    }

    private void reject(ClaimedFile claimed, String reason) throws IOException, SQLException {
        archive.reject(claimed, reason);
        dropFolder.reject(claimed, reason);
        count("rejected");
        Log.warnf("file rejected file=%s reason=%s", claimed.file().printableName(), reason);
    }

    private void count(String outcome) {
        metrics.counter("broadsheet.files", "outcome", outcome).increment();
    }
}
