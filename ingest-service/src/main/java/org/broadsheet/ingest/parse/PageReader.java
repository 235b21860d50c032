package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;

/// Turns the raw lines of a page into the lines that the later steps work on: blank ones dropped,
/// spread, doubled and vertical text repaired. Every change is recorded; every non-blank line of
/// the page is part of exactly one line that comes out.
final class PageReader {
    /// Longer lines are taken as they are: no printed line, and hardly a paragraph, is longer.
    static final int LINE_CHARS_MAX = 20_000;

    /// What a read page is made of.
    ///
    /// @param lines the non-blank lines in file order
    /// @param repairs what was changed in them
    /// @param diagnostics what was left alone because it is over a limit
    record ReadPage(List<Line> lines, List<Repair> repairs, List<Diagnostic> diagnostics) {}

    private final List<Line> lines = new ArrayList<>();
    private final List<Repair> repairs = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private PageReader() {}

    static ReadPage read(PageText page) {
        PageReader reader = new PageReader();
        boolean blankBefore = true;
        for (int i = 0; i < page.lines().size(); i++) {
            String raw = page.lines().get(i);
            if (!Glyphs.isBlank(raw)) {
                reader.add(raw, page.firstLine() + i, blankBefore);
            }
            blankBefore = Glyphs.isBlank(raw);
        }
        return new ReadPage(reader.withVerticalTextJoined(), reader.repairs, reader.diagnostics);
    }

    private void add(String raw, int number, boolean blankBefore) {
        String text = Glyphs.withPlainSpaces(Glyphs.strip(raw));
        String folded = text;
        if (raw.length() > LINE_CHARS_MAX) {
            diagnostics.add(
                    new Diagnostic(
                            "LINE_TOO_LONG",
                            new LineSpan(number, number),
                            "line of " + raw.length() + " characters taken as it is"));
        } else {
            text = repaired("radical forms folded", number, text, Radicals.fold(text));
            folded = text;
            text = repaired("letter-spacing closed up", number, text, LetterSpacing.closeUp(text));
            text = repaired("shadow text undone", number, text, ShadowText.undo(text));
        }
        boolean spread = !text.equals(folded) && LetterSpacing.closeUp(folded).equals(text);
        lines.add(Line.of(number, raw, text, blankBefore, spread));
    }

    private String repaired(String what, int number, String raw, String repaired) {
        if (!raw.equals(repaired)) {
            repairs.add(new Repair(what, new LineSpan(number, number), raw, repaired));
        }
        return repaired;
    }

    private List<Line> withVerticalTextJoined() {
        List<Line> joined = new ArrayList<>();
        VerticalText vertical = new VerticalText(lines);
        Boolean corners = null;
        int at = 0;
        while (at < lines.size()) {
            int length = vertical.length(at);
            if (length == 0) {
                joined.add(lines.get(at++));
                continue;
            }
            Line run = lines.get(at);
            for (Line next : lines.subList(at + 1, at + length)) {
                run = run.joinedWith(next, run.text() + next.text());
            }
            corners = corners == null ? quotesWithCorners() : corners;
            run = run.withText(VerticalText.lying(run.text(), corners));
            repairs.add(new Repair("vertical text joined", run.span(), run.raw(), run.text()));
            joined.add(run);
            at += length;
        }
        return joined;
    }

    private boolean quotesWithCorners() {
        return lines.stream().anyMatch(line -> line.text().indexOf('「') >= 0);
    }
}
