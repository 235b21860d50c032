package org.broadsheet.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.drop.Claim;
import org.broadsheet.ingest.drop.ClaimedFile;
import org.broadsheet.ingest.drop.DropFolder;
import org.broadsheet.ingest.drop.DroppedFile;
import org.broadsheet.ingest.drop.IssueFile;
import org.broadsheet.ingest.drop.IssueFileReader;
import org.broadsheet.ingest.drop.ReadResult;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.metadata.MetadataProblem;
import org.broadsheet.ingest.metadata.MetadataReader;
import org.broadsheet.ingest.metadata.MetadataReader.FileMetadata;
import org.broadsheet.ingest.metadata.MetadataReader.Sidecar;
import org.broadsheet.ingest.metadata.PageMetadata;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.broadsheet.ingest.parse.ParsedPage;

/// Takes one dropped file the whole way: claim, read, find out what it is of, parse, save, put
/// away. Every step may happen twice: a file is put away only after it is saved, and saved bytes
/// are known again by their hash.
@ApplicationScoped
class IngestPipeline {
    private final DropFolder dropFolder;
    private final IssueFileReader reader;
    private final Archive archive;
    private final MeterRegistry metrics;
    private final MetadataReader metadata;
    private final Clock clock;
    private final PageParser parser = new PageParser();

    IngestPipeline(
            DropFolder dropFolder,
            IssueFileReader reader,
            MetadataReader metadata,
            Archive archive,
            MeterRegistry metrics,
            Clock clock) {
        this.dropFolder = dropFolder;
        this.reader = reader;
        this.metadata = metadata;
        this.archive = archive;
        this.metrics = metrics;
        this.clock = clock;
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
                    case ReadResult.Read(IssueFile file) -> take(file);
                    case ReadResult.Rejected(String reason) -> reject(claimed, reason);
                }
            }
        }
    }

    private void take(IssueFile file) throws IOException, SQLException {
        List<Sidecar> sidecars =
                dropFolder.sidecars(file.claimed()).entrySet().stream()
                        .map(sidecar -> new Sidecar(sidecar.getKey(), sidecar.getValue()))
                        .toList();
        try {
            store(file, metadata.read(file.claimed().name(), sidecars, file.text()));
        } catch (MetadataProblem e) {
            reject(file.claimed(), e.reason());
        }
    }

    private List<IssuePage> pages(IssueFile file, FileMetadata said) {
        List<IssuePage> pages = new ArrayList<>();
        for (PageText text : file.pages()) {
            ParsedPage parsed = parser.parse(text);
            PageMetadata known = said.ofPage(parsed.furniture(), file.pages().size());
            LineSpan first = new LineSpan(text.firstLine(), text.firstLine());
            List<Diagnostic> conflicts =
                    known.conflicts().stream()
                            .map(words -> new Diagnostic("METADATA_CONFLICT", first, words))
                            .toList();
            pages.add(new IssuePage(text, parsed.noting(conflicts), known.metadata()));
        }
        return pages;
    }

    private void store(IssueFile file, FileMetadata said) throws IOException, SQLException {
        Instant began = clock.instant();
        List<IssuePage> pages = pages(file, said);
        Saved saved = archive.save(file, pages);
        Instant ended = clock.instant();
        long millis = Duration.between(began, ended).toMillis();
        dropFolder.done(file.claimed(), Receipt.of(file, pages, saved, ended, millis).json());
        String name = file.claimed().file().printableName();
        switch (saved) {
            case Saved.Stored stored -> {
                count("stored");
                Log.infof(
                        "file stored file=%s charset=%s pages=%d articles=%d changed=%d withdrawn=%d",
                        name,
                        file.charset(),
                        stored.pages().size(),
                        stored.articles(),
                        stored.changed(),
                        stored.withdrawn());
            }
            case Saved.Duplicate(String of) -> {
                count("duplicate");
                Log.infof("file duplicate file=%s of=%s", name, of);
            }
            case Saved.Unchanged(List<SavedPage> _) -> {
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
