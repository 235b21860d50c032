package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;

/// A page taken apart. Each non-blank line of the page is in exactly one place: a line of one
/// article, furniture, or unplaced.
///
/// @param articles in page order
/// @param unplaced lines that could not be tied to anything; kept and shown, never dropped
public record ParsedPage(
        List<Article> articles,
        List<Furniture> furniture,
        List<LineSpan> unplaced,
        List<Repair> repairs,
        List<Diagnostic> diagnostics) {
    public ParsedPage {
        articles = List.copyOf(articles);
        furniture = List.copyOf(furniture);
        unplaced = List.copyOf(unplaced);
        repairs = List.copyOf(repairs);
        diagnostics = List.copyOf(diagnostics);
    }

    /// This page with more to note of it.
    public ParsedPage noting(List<Diagnostic> more) {
        return new ParsedPage(articles, furniture, unplaced, repairs, both(diagnostics, more));
    }

    /// This page and what was found in a later part of its text.
    ParsedPage and(ParsedPage part) {
        return new ParsedPage(
                both(articles, part.articles),
                both(furniture, part.furniture),
                both(unplaced, part.unplaced),
                both(repairs, part.repairs),
                both(diagnostics, part.diagnostics));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
