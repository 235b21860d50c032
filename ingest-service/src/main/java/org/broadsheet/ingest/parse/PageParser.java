package org.broadsheet.ingest.parse;

import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.ArticleKind;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Contributor;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.LineSpan;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a page apart into articles. Goes in: the scrambled lines of one page; comes out: each
/// non-blank line in exactly one place.
public final class PageParser {
    private static final Pattern BYLINE = Pattern.compile("^[\\s\\u3000]*[□◎](.+)$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.+)$");

    public ParsedPage parse(PageText page) {
        List<Draft> drafts = new ArrayList<>();
        Draft draft = new Draft();
        for (int at = 0; at < page.lines().size(); at++) {
            String line = page.lines().get(at);
            int number = page.firstLine() + at;
            Matcher byline = BYLINE.matcher(line);
            Matcher heading = HEADING.matcher(line);
            if (line.isBlank()) {
                draft.closed = true;
                continue;
            }
            if ((byline.matches() && draft.hasBody()) || heading.matches()) {
                drafts.add(draft);
                draft = new Draft();
            }
            draft.add(line, number, byline, heading);
        }
        drafts.add(draft);
        return new ParsedPage(
                drafts.stream().filter(d -> !d.lines.isEmpty()).map(Draft::article).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static final class Draft {
        private @Nullable Found<String> headline;
        private @Nullable Found<List<Contributor>> byline;
        private final List<BodyPart> body = new ArrayList<>();
        private final List<LineSpan> lines = new ArrayList<>();
        private final StringBuilder paragraph = new StringBuilder();
        private int paragraphStart;
        private int last;
        private boolean closed;

        boolean hasBody() {
            return !lines.isEmpty() && byline != null;
        }

        void add(String line, int number, Matcher byline, Matcher heading) {
            List<LineSpan> span = List.of(new LineSpan(number, number));
            lines.addAll(span);
            if (heading.matches()) {
                headline = new Found<>(heading.group(1).strip(), span, 0.9, "Markdown heading");
            } else if (byline.matches()) {
                this.byline =
                        new Found<>(
                                List.of(new Contributor(byline.group(1).strip(), null)),
                                span,
                                0.5,
                                "byline mark");
            } else {
                if (closed && paragraph.toString().endsWith("。")) {
                    flush();
                }
                if (paragraph.isEmpty()) {
                    paragraphStart = number;
                }
                paragraph.append(line.strip());
                last = number;
            }
            closed = false;
        }

        private void flush() {
            if (!paragraph.isEmpty()) {
                body.add(
                        new BodyPart.Paragraph(
                                paragraph.toString(), List.of(new LineSpan(paragraphStart, last))));
                paragraph.setLength(0);
            }
        }

        Article article() {
            flush();
            return new Article(
                    ArticleKind.ARTICLE,
                    null,
                    null,
                    headline,
                    null,
                    byline,
                    null,
                    null,
                    null,
                    null,
                    null,
                    body,
                    List.of(),
                    lines);
        }
    }
}
