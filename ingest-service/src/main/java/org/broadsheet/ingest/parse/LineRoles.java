package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Tells lines that stand by themselves (headlines, subheads, column titles) from running text, and
/// where in the text a paragraph begins.
///
/// Each line is the first of a paragraph, the continuation of one, a heading, or a line that a
/// convention has named; which, is decided for all lines of the page at once by the cheapest
/// reading (Viterbi 1967). A line pays for what it would have to be: a continuation that neither
/// fills its column nor ends a sentence, a first line that is not set in, a heading as wide as the
/// text around it or worded like prose. A pair of lines pays for what it would have to do: break a
/// paragraph off in mid-sentence, or begin one that nothing ended. A printed paragraph begins with
/// a line set in by two cells, so where the extraction dropped the white space that line is two
/// cells narrower than its column, and the line before it, a paragraph's last, mostly stops short.
/// Headings that stand inside a paragraph (a column end) leave the sentence open, so that the text
/// may go on behind them. Blank lines say little: tools set them around every line that is set in.
final class LineRoles {
    private static final int MOST_PAIRS = 60;
    private static final int MOST_DISPLAYED = 3;
    private static final double UNWRAPPED = 55;

    /// Weights, tuned on the practice pages; see ParserQualityTest.
    private static final double BLANK = 0.4;

    private static final double STACK = 0.2;
    private static final double PART = 1.2;

    /// What text pays that a byline or a signature breaks off in mid-sentence.
    private static final double CUT_OFF = 4;

    private static final double ENGLISH_DISPLAY = 3;
    private static final double DOUBLED = 4;

    /// What text pays that the page ends in mid-sentence.
    private static final double LEFT_OPEN = 4;

    /// The most that speaks against a paragraph's beginning on a line that stops well before its
    /// column does, in mid-sentence.
    private static final double FAR_TOO_SHORT = 4.5;

    /// What speaks for display lines, two or three of them between blank lines.
    private static final double DISPLAYED = 1;

    /// What speaks for a heading that asks or exclaims (`喝酒没开车 为何也被罚？`): text that ends a sentence
    /// on so short a line is rare.
    private static final double ASKED = 1;

    /// What speaks for a heading that a byline follows (`高空落下一只碗，整栋楼赔不赔？` over `■ 南疆法治报记者 谢道韫`).
    private static final double OVER_BYLINE = 1.5;

    /// What speaks for a heading that blank lines part from both its neighbours.
    private static final double ALONE = 1.6;

    private static final double NEVER = -1e6;

    private static final int FIRST = 0;
    private static final int NEXT = 1;
    private static final int HEADING = 2;
    private static final int NAMED = 3;
    private static final int ROLES = 4;
    private static final int STATES = 2 * ROLES;

    private final List<Line> lines;
    private final List<Cue> cues;
    private final BitSet verse;
    private final BitSet plain = new BitSet();
    private Measure measure;
    private final BitSet opening = new BitSet();
    private final BitSet shapely = new BitSet();
    private double[] before = {};
    private double[] after = {};
    private double[] closing = {};
    private double[] room = {};
    private final BitSet unwrapped = new BitSet();
    private final double[] wording;
    private final BitSet displayed = new BitSet();
    private double blankSays;
    private double blanksPart;

    LineRoles(List<Line> lines, List<Cue> cues, BitSet verse, Measure measure) {
        this.lines = lines;
        this.verse = verse;
        this.cues = cues;
        this.measure = measure;
        this.wording = new double[lines.size()];
        for (int at = 0; at < lines.size(); at++) {
            plain.set(at, cues.get(at) instanceof Cue.Plain);
        }
    }

    /// Reads the page twice, the second time with the columns measured by the text that the first
    /// reading found.
    Reading read() {
        for (int at = 0; at < lines.size(); at++) {
            if (isPlain(at)) {
                opening.set(at, opens(at));
                shapely.set(at, !opening.get(at) && !verse.get(at) && HeadingShape.is(lines, at));
                wording[at] = shapely.get(at) ? HeadingShape.wording(lines.get(at).text()) : NEVER;
                wording[at] += ShadowHeadings.isDoubled(lines, at) ? DOUBLED : 0;
            }
        }
        EnglishText.displays(lines).stream()
                .filter(shapely::get)
                .forEach(at -> wording[at] += ENGLISH_DISPLAY);
        markDisplayed();
        lookAround();
        blankSays = blankSays();
        blanksPart = blanksPart();
        int[] roles = roles();
        measure = measure.refined(are(roles, FIRST, NEXT), are(roles, FIRST, FIRST));
        lookAround();
        roles = roles();
        Measure refined = measure.refined(are(roles, FIRST, NEXT), are(roles, FIRST, FIRST));
        boolean[] headings = are(roles, HEADING, HEADING);
        addSiblings(headings);
        return new Reading(set(headings), set(are(roles, FIRST, FIRST)), refined);
    }

    /// Two or three lines between blank lines that could all be headings.
    private void markDisplayed() {
        int from = 0;
        for (int at = 1; at <= lines.size(); at++) {
            if (at == lines.size() || lines.get(at).blankBefore()) {
                int length = at - from;
                if (length >= 2 && length <= MOST_DISPLAYED && shapely.nextClearBit(from) >= at) {
                    displayed.set(from, at);
                }
                from = at;
            }
        }
    }

    private boolean opens(int at) {
        boolean stanza =
                verse.get(at) && (at == 0 || !verse.get(at - 1) || lines.get(at).blankBefore());
        return stanza || ParagraphOpening.is(lines, at);
    }

    /// What a reading found.
    ///
    /// @param headings the lines that are headings
    /// @param firsts the lines that begin a paragraph
    /// @param measure the columns, measured by the running text alone
    record Reading(BitSet headings, BitSet firsts, Measure measure) {}

    private static BitSet set(boolean[] flags) {
        BitSet set = new BitSet(flags.length);
        for (int at = 0; at < flags.length; at++) {
            set.set(at, flags[at]);
        }
        return set;
    }

    private static boolean[] are(int[] roles, int one, int other) {
        boolean[] are = new boolean[roles.length];
        for (int at = 0; at < roles.length; at++) {
            are[at] = roles[at] == one || roles[at] == other;
        }
        return are;
    }

    /// Notes of each line what the columns around it say, as they are measured now.
    private void lookAround() {
        before = measure.columnsBefore();
        after = measure.columnsAfter();
        room = new double[lines.size()];
        for (int at = 0; at < room.length; at++) {
            room[at] = room(at);
            unwrapped.set(at, isUnwrapped(at));
        }
    }

    /// The best role of each line. A state is a role and whether a sentence is open behind it:
    /// `role * 2 + open`.
    private int[] roles() {
        int count = lines.size();
        closing = new double[count];
        for (int at = 1; at < count; at++) {
            closing[at] = lines.get(at - 1).endsSentence() ? closing(at) : 0;
        }
        byte[] from = new byte[count * STATES];
        double[] best = new double[STATES];
        double[] next = new double[STATES];
        Arrays.fill(best, NEVER);
        best[NAMED * 2] = 0;
        for (int at = 0; at < count; at++) {
            Arrays.fill(next, NEVER);
            for (int role = plain.get(at) ? FIRST : NAMED; role < ROLES; role++) {
                double own = own(at, role);
                if (own <= NEVER) {
                    continue;
                }
                for (int last = 0; last < STATES; last++) {
                    if (best[last] <= NEVER / 2) {
                        continue;
                    }
                    double sum = best[last] + own + step(at, last / 2, last % 2 == 1, role);
                    int state = role * 2 + (isOpenAfter(at, role, last % 2 == 1) ? 1 : 0);
                    if (sum > next[state]) {
                        next[state] = sum;
                        from[at * STATES + state] = (byte) last;
                    }
                }
            }
            double[] spent = best;
            best = next;
            next = spent;
        }
        return traced(from, best);
    }

    private int[] traced(byte[] from, double[] best) {
        int state = 0;
        for (int i = 1; i < best.length; i++) {
            best[i] -= i % 2 == 1 ? LEFT_OPEN : 0;
            state = best[i] > best[state] ? i : state;
        }
        int[] roles = new int[lines.size()];
        for (int at = lines.size() - 1; at >= 0; at--) {
            roles[at] = state / 2;
            state = from[at * STATES + state];
        }
        return roles;
    }

    /// Adds pairs of lines that could be the beginning of a paragraph, but stand between blank
    /// lines and are as long, line for line, as two headings found before: subheads of one article
    /// are built alike (000:195-196 beside 214-215 and 226-227).
    private void addSiblings(boolean[] heading) {
        List<Integer> pairs = new ArrayList<>();
        for (int at = 0; at + 1 < lines.size() && pairs.size() < MOST_PAIRS; at++) {
            if (heading[at] && heading[at + 1] && isPair(at)) {
                pairs.add(at);
            }
        }
        for (int at = 0; at + 1 < lines.size(); at++) {
            if (!heading[at] && isPair(at) && !heading[at + 1]) {
                int alike = 0;
                for (int other : pairs) {
                    alike += isAlike(at, other) && isAlike(at + 1, other + 1) ? 1 : 0;
                }
                boolean ended = at == 0 || lines.get(at - 1).endsSentence();
                if (alike >= 2 && ended) {
                    heading[at] = true;
                    heading[at + 1] = true;
                }
            }
        }
    }

    private boolean isPair(int at) {
        boolean closed = at + 2 >= lines.size() || lines.get(at + 2).blankBefore();
        return lines.get(at).blankBefore()
                && !lines.get(at + 1).blankBefore()
                && closed
                && isPlain(at)
                && isPlain(at + 1)
                && shapely.get(at)
                && shapely.get(at + 1);
    }

    private boolean isAlike(int at, int other) {
        int difference = lines.get(at).text().length() - lines.get(other).text().length();
        return Math.abs(difference) <= 1;
    }

    private boolean isOpenAfter(int at, int role, boolean openBefore) {
        return switch (role) {
            case FIRST, NEXT -> !lines.get(at).endsSentence();
            default -> openBefore;
        };
    }

    /// Whether a line that says this stands between two texts, not inside one.
    private static boolean ends(Cue cue) {
        return switch (cue) {
            case Cue.Byline _, Cue.Signature _, Cue.Jump _, Cue.Source _ -> true;
            case Cue.Heading heading -> heading.level() > 0;
            case Cue.PageLine _, Cue.PhotoCredit _, Cue.Plain _ -> false;
        };
    }

    /// What speaks for a line being this, whatever stands around it.
    private double own(int at, int role) {
        if (plain.get(at) == (role == NAMED)) {
            return NEVER;
        }
        return switch (role) {
            case FIRST -> first(at);
            case NEXT -> next(at);
            case HEADING -> shapely.get(at) ? heading(at) : NEVER;
            default -> 0;
        };
    }

    private double first(int at) {
        Line line = lines.get(at);
        if (line.startsInside()) {
            return -6;
        }
        if (opening.get(at)) {
            return 6;
        }
        if (measure.explicitIndents()) {
            return Measure.isIndented(line) ? 2.5 : -2.5;
        }
        if (unwrapped.get(at)) {
            boolean cut = !line.endsSentence() && measure.width(at) < UNWRAPPED;
            return cut ? -1 : 0.5;
        }
        if (EnglishText.startsSmall(line.text())) {
            return -3;
        }
        double column = column(at);
        if (column == 0) {
            return -0.5;
        }
        double room = column - measure.width(at);
        if (line.endsSentence() && room > 0) {
            return -0.2;
        }
        if (room > 1 && room < 3.4) {
            return 1.2;
        }
        if (room >= 3.4) {
            return line.endsSentence() ? -2.5 : Math.max(-FAR_TOO_SHORT, -2.5 - (room - 3.4) * 0.3);
        }
        return line.startsWithMark() && room > 0 ? 0 : -1;
    }

    private double next(int at) {
        Line line = lines.get(at);
        if (line.startsInside()) {
            return 2;
        }
        if (unwrapped.get(at)) {
            return -1;
        }
        double setIn = measure.explicitIndents() && Measure.isIndented(line) ? -4 : 0;
        double room = this.room[at];
        if (Double.isNaN(room)) {
            return setIn + (line.endsSentence() ? 0 : -0.5);
        }
        if (line.endsSentence()) {
            return setIn + (room > -2 ? 0.5 : -1);
        }
        return setIn + (Math.abs(room) < 1.3 ? 1 : room > 0 ? Math.max(-3, 0.8 - room) : -1.5);
    }

    private double heading(int at) {
        Line line = lines.get(at);
        String text = line.text();
        double score =
                wording[at]
                        + (line.endsSentence() ? ASKED : 0)
                        + (isOverByline(at) ? OVER_BYLINE : 0);
        if (unwrapped.get(at) || Double.isNaN(room[at])) {
            return score
                    - (text.length() > HeadingShape.LONGEST_WITH_COMMA ? 1 : 0)
                    + (line.blankBefore() ? 0.4 : 0);
        }
        if (measure.explicitIndents() && Measure.isIndented(line)) {
            score -= 2;
        }
        double difference = Math.abs(room[at]);
        score -= difference < 1.3 ? 1.2 : difference < 2.6 ? 0.6 : 0;
        score += HeadingShape.isInTwo(text) ? 1.2 : 0;
        if (line.blankBefore() && isBlankAfter(at)) {
            score += ALONE;
        }
        return score + (displayed.get(at) ? DISPLAYED : 0);
    }

    /// Whether a byline stands below and nothing above goes on: text that a byline follows ends in
    /// a full stop.
    private boolean isOverByline(int at) {
        return at + 1 < lines.size()
                && cues.get(at + 1) instanceof Cue.Byline byline
                && byline.marked()
                && (at == 0 || lines.get(at - 1).endsSentence() || !isPlain(at - 1));
    }

    private boolean isBlankAfter(int at) {
        return at + 1 == lines.size() || lines.get(at + 1).blankBefore();
    }

    /// What speaks for a line being this behind a line that was that.
    private double step(int at, int last, boolean open, int role) {
        boolean text = last == FIRST || last == NEXT;
        boolean blank = lines.get(at).blankBefore();
        return switch (role) {
            case FIRST ->
                    text
                            ? (open ? -4 : closing[at])
                            : (open ? -2 : 0) - (last == HEADING && !blank ? blanksPart : 0);
            case NEXT ->
                    text
                            ? (open ? 1 : -0.8 - closing[at]) - (blank ? 0.2 : 0)
                            : (open ? 0 : -2.5) - (last == HEADING && !blank ? blanksPart : 0);
            case HEADING ->
                    text
                            ? (open ? (blank ? -2.5 : -4) : 0) - (blank ? 0 : blanksPart)
                            : last == HEADING && !blank ? -STACK : 0;
            default -> !ends(cues.get(at)) ? 0 : text && open ? -CUT_OFF : 0;
        };
    }

    /// How much the line before, which ends a sentence, looks like a paragraph's last.
    private double closing(int at) {
        Line line = lines.get(at);
        double closing = 0;
        if (before[at - 1] > 0 && !unwrapped.get(at - 1)) {
            double room = before[at - 1] - measure.width(at - 1);
            closing = Math.max(-0.8, Math.min(1.8, (room - 1.2) * 0.8));
        }
        if (line.blankBefore()) {
            closing += line.startsWithMark() ? blankSays / 3 : blankSays;
        } else {
            closing -= blankSays / 2;
        }
        if (Sentences.debt(lines.get(at - 1).text()) > 0) {
            closing -= 0.8;
        }
        return closing;
    }

    /// How much a blank line says about a new paragraph on this page, from 0 to 2: much where it
    /// stands after sure ends and seldom inside sentences, nothing where every line has one.
    private double blankSays() {
        double insideBlank = 1;
        double inside = 6;
        double endBlank = 1.8;
        double end = 2;
        for (int at = 1; at < lines.size(); at++) {
            if (!isPlain(at) || !isPlain(at - 1)) {
                continue;
            }
            boolean blank = lines.get(at).blankBefore();
            if (!lines.get(at - 1).endsSentence()) {
                inside++;
                insideBlank += blank ? 1 : 0;
            } else if (measure.width(at - 1) < before[at - 1] - 1.6) {
                end++;
                endBlank += blank ? 1 : 0;
            }
        }
        return Math.max(0, Math.min(2, Math.log((endBlank / end) / (insideBlank / inside))))
                * BLANK;
    }

    /// What a heading pays for each side on which no blank line parts it from text: something where
    /// the tool writes blank lines, nothing where it writes none.
    private double blanksPart() {
        int blanks = 0;
        for (Line line : lines) {
            blanks += line.blankBefore() ? 1 : 0;
        }
        return blanks * 12 > lines.size() ? PART : 0;
    }

    private boolean isPlain(int at) {
        return plain.get(at);
    }

    private boolean isUnwrapped(int at) {
        return isWide(at - 1)
                || isWide(at)
                || isWide(at + 1)
                || after[at] > UNWRAPPED
                || before[at] > UNWRAPPED;
    }

    private boolean isWide(int at) {
        return at >= 0 && at < lines.size() && measure.width(at) > UNWRAPPED;
    }

    private double column(int at) {
        return after[at] > 0 ? after[at] : before[at];
    }

    /// How much narrower the line is than the nearer of the columns around it; not a number where
    /// neither is known.
    private double room(int at) {
        double below = after[at] - measure.width(at);
        double above = before[at] - measure.width(at);
        if (after[at] == 0 && before[at] == 0) {
            return Double.NaN;
        }
        if (after[at] == 0 || before[at] == 0) {
            return Math.max(below, above);
        }
        return Math.abs(below) < Math.abs(above) ? below : above;
    }
}
