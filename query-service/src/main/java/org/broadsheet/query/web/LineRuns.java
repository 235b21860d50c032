package org.broadsheet.query.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.query.archive.RebuiltPage;
import org.broadsheet.query.archive.RebuiltPage.Piece;
import org.broadsheet.query.article.BodyPart;
import org.broadsheet.query.article.Caption;
import org.broadsheet.query.article.Evidence;
import org.broadsheet.query.article.LineSpan;
import org.broadsheet.query.wording.Language;

/// The lines of a page in runs: neighbours that were taken for the same thing stand together, and a
/// blank line stays with what is before it.
final class LineRuns {
    private static final int REPAIR_SHOWN = 60;

    private final RebuiltPage page;
    private final Language language;
    private final Map<Integer, Note> notes = new HashMap<>();

    /// What a line was taken for.
    ///
    /// @param piece number of the article on the page, from 1; 0 for none
    /// @param what in words, "" where there is nothing to say
    /// @param part tells two paragraphs apart
    /// @param from the line it goes on from, where it does not follow it; else 0
    private record Note(Kind kind, int piece, String what, int part, int from) {}

    /// Where a line belongs.
    enum Kind {
        ARTICLE,
        FURNITURE,
        UNPLACED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Neighbouring lines that were taken for the same thing.
    ///
    /// @param first number of the first line in the file
    /// @param from the line that the first goes on from, where it does not follow it; else 0
    /// @param said whether a reader of the whole page wants to be told: not of a paragraph that
    ///   just follows
    /// @param repairs what was changed in the lines before they were read
    record Run(
            int first,
            List<String> lines,
            Kind kind,
            int piece,
            String what,
            int from,
            boolean said,
            List<String> repairs) {
        /// One of eight, by the article's number.
        public int tint() {
            return (piece - 1) % TINTS + 1;
        }
    }

    private static final int TINTS = 8;

    private LineRuns(RebuiltPage page, Language language) {
        this.page = page;
        this.language = language;
    }

    static List<Run> of(RebuiltPage page, Language language) {
        LineRuns runs = new LineRuns(page, language);
        for (int i = 0; i < page.articles().size(); i++) {
            runs.note(page.articles().get(i), i + 1);
        }
        for (RebuiltPage.Furniture item : page.furniture()) {
            String what = RebuildingWords.furniture(item.what()).in(language);
            runs.note(item.lines(), new Note(Kind.FURNITURE, 0, what, 0, 0));
        }
        String unplaced = RebuildingWords.UNPLACED.in(language);
        runs.note(page.unplaced(), new Note(Kind.UNPLACED, 0, unplaced, 0, 0));
        return runs.runs();
    }

    private void note(Piece article, int number) {
        article.fields().forEach((field, evidence) -> note(number, field, evidence));
        int part = 0;
        for (BodyPart each : article.body()) {
            note(each, number, ++part);
        }
        for (Caption caption : article.captions()) {
            note(caption.lines(), article(number, RebuildingWords.CAPTION.in(language), ++part));
        }
        note(article.lines(), article(number, "", 0));
    }

    private void note(int number, String field, Evidence evidence) {
        String what =
                "%s · %s · %.0f%%"
                        .formatted(
                                RebuildingWords.field(field).in(language),
                                RebuildingWords.method(evidence.method()).in(language),
                                evidence.confidence() * 100);
        note(evidence.lines(), article(number, what, 0));
    }

    /// A paragraph's lines, with the places where it goes on elsewhere.
    private void note(BodyPart body, int number, int part) {
        String what =
                (body.isSubhead() ? RebuildingWords.SUBHEAD : RebuildingWords.PARAGRAPH)
                        .in(language);
        int last = 0;
        for (LineSpan span : body.lines()) {
            for (int line = span.first(); line <= span.last(); line++) {
                boolean goesOn = last > 0 && !isBlankBetween(last, line);
                int from = goesOn ? last : 0;
                notes.putIfAbsent(line, new Note(Kind.ARTICLE, number, what, part, from));
                last = isBlank(line) ? last : line;
            }
        }
    }

    /// Whether the lines follow each other, with nothing but blank ones between.
    private boolean isBlankBetween(int last, int next) {
        if (next < last) {
            return false;
        }
        for (int line = last + 1; line < next; line++) {
            if (!isBlank(line)) {
                return false;
            }
        }
        return true;
    }

    private static Note article(int number, String what, int part) {
        return new Note(Kind.ARTICLE, number, what, part, 0);
    }

    private void note(List<LineSpan> spans, Note note) {
        for (LineSpan span : spans) {
            for (int line = span.first(); line <= span.last(); line++) {
                notes.putIfAbsent(line, note);
            }
        }
    }

    private List<Run> runs() {
        Map<Integer, List<String>> repairs = repairs();
        List<Run> runs = new ArrayList<>();
        Note running = null;
        String paragraph = RebuildingWords.PARAGRAPH.in(language);
        for (int i = 0; i < page.lines().size(); i++) {
            int number = page.firstLine() + i;
            String text = page.lines().get(i).strip();
            Note note = text.isEmpty() ? running : notes.get(number);
            if (note == null) {
                // Nothing was said of a line that has text: shown as what it then is.
                note = new Note(Kind.UNPLACED, 0, RebuildingWords.UNPLACED.in(language), 0, 0);
            }
            boolean goesOn = note.from() == 0 || note.equals(running);
            if (running != null && goesOn && isSame(running, note)) {
                runs.getLast().lines().add(text);
            } else {
                runs.add(
                        new Run(
                                number,
                                new ArrayList<>(List.of(text)),
                                note.kind(),
                                note.piece(),
                                note.what(),
                                note.from(),
                                note.from() > 0
                                        || running == null
                                        || running.piece() != note.piece()
                                        || !note.what().equals(paragraph),
                                new ArrayList<>()));
            }
            runs.getLast().repairs().addAll(repairs.getOrDefault(number, List.of()));
            running = note;
        }
        return runs;
    }

    private static boolean isSame(Note one, Note other) {
        return one.kind() == other.kind()
                && one.piece() == other.piece()
                && one.part() == other.part()
                && one.what().equals(other.what());
    }

    private Map<Integer, List<String>> repairs() {
        Map<Integer, List<String>> repairs = new HashMap<>();
        for (RebuiltPage.Repair repair : page.repairs()) {
            String said =
                    RebuildingWords.repair(repair.what()).in(language)
                            + language.colon()
                            + shown(repair.repaired());
            repairs.computeIfAbsent(repair.lines().getFirst().first(), _ -> new ArrayList<>())
                    .add(said);
        }
        return repairs;
    }

    private static String shown(String text) {
        String line = text.replace('\n', ' ').strip();
        int end = Math.min(line.length(), REPAIR_SHOWN);
        return Objects.requireNonNull(line.substring(0, end)) + (end < line.length() ? "…" : "");
    }

    private boolean isBlank(int number) {
        int at = number - page.firstLine();
        return at < 0 || at >= page.lines().size() || page.lines().get(at).isBlank();
    }
}
