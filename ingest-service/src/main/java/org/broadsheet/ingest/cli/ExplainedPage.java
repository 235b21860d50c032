package org.broadsheet.ingest.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;
import org.broadsheet.ingest.parse.PageText;
import org.broadsheet.ingest.parse.ParsedPage;
import org.jspecify.annotations.Nullable;

/// Shows a page to a person: every line with its article, its role and the reason in a few words.
/// Joins, repairs and what stayed unplaced stand out, in colour on a terminal.
final class ExplainedPage {
    private static final String RESET = "\u001B[0m";
    private static final String DIM = "\u001B[2m";
    private static final String HEADING = "\u001B[1;33m";
    private static final String FIELD = "\u001B[36m";
    private static final String JOIN = "\u001B[35m";
    private static final String UNPLACED = "\u001B[1;31m";

    private final PageText page;
    private final Map<Integer, Note> notes = new TreeMap<>();
    private final Map<Integer, String> repairs = new TreeMap<>();

    /// What is said about a line.
    private record Note(String article, String role, String reason, String colour) {}

    private ExplainedPage(PageText page, ParsedPage parsed) {
        this.page = page;
        for (int i = 0; i < parsed.articles().size(); i++) {
            explain(parsed.articles().get(i), label(parsed.articles().get(i), i + 1));
        }
        for (Furniture item : parsed.furniture()) {
            note(item.lines(), new Note("-", "furniture", item.what(), DIM));
        }
        note(parsed.unplaced(), new Note("?", "UNPLACED", "tied to nothing", UNPLACED));
        for (Repair repair : parsed.repairs()) {
            repairs.merge(
                    repair.lines().first(),
                    repair.what() + ": " + repair.repaired(),
                    (one, other) -> one + "; " + other);
        }
    }

    static void print(PrintStream out, PageText page, ParsedPage parsed, boolean colour) {
        new ExplainedPage(page, parsed).print(out, colour);
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            out.println("! " + diagnostic.code() + ": " + diagnostic.message());
        }
    }

    private static String label(Article article, int number) {
        return switch (article.kind()) {
            case ARTICLE -> "A" + number;
            case PHOTO -> "P" + number;
            case NOTICE -> "N" + number;
        };
    }

    private void explain(Article article, String label) {
        field(label, "column", article.column(), FIELD);
        field(label, "kicker", article.kicker(), HEADING);
        field(label, "HEADLINE", article.headline(), HEADING);
        field(label, "deck", article.deck(), HEADING);
        field(label, "byline", article.byline(), FIELD);
        field(label, "jump", article.continuedFrom(), FIELD);
        body(article.body(), label);
        field(label, "dateline", article.dateline(), FIELD);
        field(label, "source", article.source(), FIELD);
        field(label, "credit", article.credit(), FIELD);
        field(label, "jump", article.continuedTo(), FIELD);
        for (Caption caption : article.captions()) {
            String by = String.join(", ", caption.photographers());
            note(
                    caption.lines(),
                    new Note(label, "caption", by.isEmpty() ? "" : "photo: " + by, FIELD));
        }
        note(article.lines(), new Note(label, "line", "", ""));
    }

    private void body(List<BodyPart> body, String label) {
        for (BodyPart part : body) {
            switch (part) {
                case BodyPart.Subhead subhead ->
                        note(
                                subhead.lines(),
                                new Note(label, "subhead", "stands alone inside", HEADING));
                case BodyPart.Paragraph paragraph -> paragraph(paragraph, label);
            }
        }
    }

    private void paragraph(BodyPart.Paragraph paragraph, String label) {
        int last = 0;
        for (LineSpan span : paragraph.lines()) {
            for (int n = span.first(); n <= span.last(); n++) {
                boolean begins = last == 0;
                boolean joined = last > 0 && n != last + 1;
                String role = begins ? "paragraph" : joined ? "JOINED" : "";
                String reason = joined ? "goes on from " + last : "";
                notes.putIfAbsent(n, new Note(label, role, reason, joined ? JOIN : ""));
                last = isBlank(n) ? last : n;
            }
        }
    }

    private boolean isBlank(int number) {
        return page.lines().get(number - page.firstLine()).isBlank();
    }

    private void field(String label, String role, @Nullable Found<?> found, String colour) {
        if (found == null) {
            return;
        }
        String reason = String.format(Locale.ROOT, "%s %.2f", found.method(), found.confidence());
        for (LineSpan span : found.lines()) {
            for (int n = span.first(); n <= span.last(); n++) {
                notes.merge(
                        n,
                        new Note(label, role, reason, colour),
                        (old, now) -> new Note(label, join(old.role, role), reason, colour));
            }
        }
    }

    private static String join(String one, String other) {
        return one.isEmpty() || one.equals(other) ? other : one + "+" + other;
    }

    private void note(List<LineSpan> spans, Note note) {
        for (LineSpan span : spans) {
            for (int n = span.first(); n <= span.last(); n++) {
                notes.putIfAbsent(n, note);
            }
        }
    }

    private void print(PrintStream out, boolean colour) {
        for (int i = 0; i < page.lines().size(); i++) {
            int number = page.firstLine() + i;
            String text = page.lines().get(i);
            Note note = text.isBlank() ? null : notes.get(number);
            if (note == null) {
                out.println(String.format(Locale.ROOT, "%5d", number));
                continue;
            }
            List<String> cells = new ArrayList<>();
            cells.add(String.format(Locale.ROOT, "%5d %-4s", number, note.article));
            cells.add(String.format(Locale.ROOT, "%-18s %-34s", note.role, note.reason));
            String row = String.join(" ", cells) + " " + text.strip();
            out.println(colour && !note.colour.isEmpty() ? note.colour + row + RESET : row);
            String repair = repairs.get(number);
            if (repair != null) {
                String line = " ".repeat(10) + "~ " + repair.replace('\n', ' ');
                out.println(colour ? JOIN + line + RESET : line);
            }
        }
    }
}
