package org.broadsheet.ingest;

import java.util.List;
import org.broadsheet.ingest.event.ArticleEvents;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;
import org.broadsheet.ingest.parse.ParsedPage;

/// What was found on a page beside its articles, as it is stored with the page.
record PageFindings(
        List<Furniture> furniture,
        List<LineSpan> unplaced,
        List<Repair> repairs,
        List<Diagnostic> diagnostics) {
    static String json(ParsedPage parsed) {
        return ArticleEvents.json(
                new PageFindings(
                        parsed.furniture(),
                        parsed.unplaced(),
                        parsed.repairs(),
                        parsed.diagnostics()));
    }
}
