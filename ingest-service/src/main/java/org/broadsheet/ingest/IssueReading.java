package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.drop.IssueFile;
import org.broadsheet.ingest.drop.IssueFileReader;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.drop.ReadResult;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Rejection;
import org.broadsheet.ingest.issue.Told;
import org.broadsheet.ingest.metadata.MetadataProblem;
import org.broadsheet.ingest.metadata.MetadataReader;
import org.broadsheet.ingest.metadata.MetadataReader.FileMetadata;
import org.broadsheet.ingest.metadata.PageMetadata;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.broadsheet.ingest.parse.ParsedPage;

/// From the bytes of a file to its pages with their articles and what they are of; stores nothing.
@ApplicationScoped
class IssueReading {
    private final IssueFileReader reader;
    private final MetadataReader metadata;
    private final FileTraces traces;
    private final Clock clock;
    private final PageParser parser = new PageParser();

    IssueReading(IssueFileReader reader, MetadataReader metadata, FileTraces traces, Clock clock) {
        this.reader = reader;
        this.metadata = metadata;
        this.traces = traces;
        this.clock = clock;
    }

    Reading read(RawFile raw, Told told) {
        try (var _ = traces.step("parse")) {
            return switch (reader.read(raw)) {
                case ReadResult.Read(IssueFile file) -> read(file, told);
                case ReadResult.Rejected(Rejection why) -> new Reading.Refused(why);
            };
        }
    }

    private Reading read(IssueFile file, Told told) {
        try {
            FileMetadata said = metadata.read(file.raw().name(), told, file.text());
            List<IssuePage> pages = pages(file, said);
            return new Reading.Legible(file, pages, clock.instant());
        } catch (MetadataProblem e) {
            return new Reading.Refused(e.why());
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
}
