package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;

/// Takes a page apart into articles. Goes in: the scrambled lines of one page; comes out: each
/// non-blank line in exactly one place. First every line is named by the print convention it shows,
/// then lines become blocks, blocks become stories, and only then, over the whole page, headlines
/// and bylines are tied to the stories.
public final class PageParser {
    /// More lines than any printed page has. A longer text is parsed in parts of so many lines, so
    /// that time stays in proportion.
    static final int LINES_MAX = 2_000;

    public ParsedPage parse(PageText page) {
        if (page.lines().size() <= LINES_MAX) {
            return parseWhole(page);
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(
                new Diagnostic(
                        "PAGE_TOO_LONG",
                        new LineSpan(page.firstLine(), page.firstLine() + page.lines().size() - 1),
                        "page of "
                                + page.lines().size()
                                + " lines parsed in parts of "
                                + LINES_MAX));
        ParsedPage all = new ParsedPage(List.of(), List.of(), List.of(), List.of(), diagnostics);
        for (int from = 0; from < page.lines().size(); from += LINES_MAX) {
            int to = Math.min(page.lines().size(), from + LINES_MAX);
            List<String> lines = page.lines().subList(from, to);
            all = all.and(parseWhole(new PageText(lines, page.firstLine() + from)));
        }
        return all;
    }

    private static ParsedPage parseWhole(PageText page) {
        PageReader.ReadPage read = PageReader.read(page);
        List<Repair> repairs = new ArrayList<>(read.repairs());
        List<Line> lines = BrokenLines.join(read.lines(), repairs);
        List<Cue> cues = lines.stream().map(Conventions::cueOf).toList();
        cues = Masthead.mark(lines, FrontMatter.mark(lines, cues));
        cues = OfficeSignature.mark(lines, cues);
        BitSet verse = Verse.find(lines, cues);
        lines = Verse.closed(lines, verse);
        LineRoles.Reading reading =
                new LineRoles(lines, cues, verse, Measure.of(lines, cues)).read();
        Measure measure = reading.measure();
        List<Block> blocks = new BrokenHeadings(new Fragments(lines, cues, reading).cut()).join();
        double[] widths = new double[page.lines().size()];
        for (int at = 0; at < lines.size(); at++) {
            widths[lines.get(at).first() - page.firstLine()] = measure.width(at);
        }
        Layout layout = Layout.of(blocks, line -> widths[line.first() - page.firstLine()], repairs);
        List<Article> articles =
                layout.stories().stream()
                        .map(ArticleBuilder::build)
                        .sorted(Comparator.comparingInt(a -> a.lines().getFirst().first()))
                        .toList();
        return new ParsedPage(
                articles, layout.furniture(), layout.unplaced(), repairs, read.diagnostics());
    }
}
