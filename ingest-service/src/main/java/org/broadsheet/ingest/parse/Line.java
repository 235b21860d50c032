package org.broadsheet.ingest.parse;

import org.broadsheet.ingest.issue.LineSpan;

/// A printed line as the later steps see it: cleaned of what extraction did to it, with where it
/// stands. Several file lines make one where vertical text or a broken name was joined.
///
/// @param first number of its first file line
/// @param last number of its last file line
/// @param raw as it stands in the file
/// @param text without outer space, repaired
/// @param indent width of the white space before it, in half cells
/// @param blankBefore whether a blank line stands above it
/// @param hardBreak whether it ends in the two spaces that Markdown breaks a line with
/// @param spread whether the typesetter spread its letters to fill the column
/// @param endsSentence whether a sentence or the whole piece ends with it: a full stop, or the
///   signature, credit or source behind one
/// @param credited whether a photo credit stands at its end, behind other words; several steps ask
record Line(
        int first,
        int last,
        String raw,
        String text,
        int indent,
        boolean blankBefore,
        boolean hardBreak,
        boolean spread,
        boolean endsSentence,
        boolean credited) {
    private Line(
            int first,
            int last,
            String raw,
            String text,
            int indent,
            boolean blankBefore,
            boolean hardBreak,
            boolean spread) {
        this(
                first,
                last,
                raw,
                text,
                indent,
                blankBefore,
                hardBreak,
                spread,
                PhotoCredit.tailOf(text) >= 0);
    }

    private Line(
            int first,
            int last,
            String raw,
            String text,
            int indent,
            boolean blankBefore,
            boolean hardBreak,
            boolean spread,
            boolean credited) {
        this(
                first,
                last,
                raw,
                text,
                indent,
                blankBefore,
                hardBreak,
                spread,
                credited || ends(text),
                credited);
    }

    static Line of(int number, String raw, String text, boolean blankBefore, boolean spread) {
        int indent = 0;
        for (int at = 0; at < raw.length() && Glyphs.isSpace(raw.charAt(at)); at++) {
            indent += Glyphs.width(raw.charAt(at));
        }
        return new Line(number, number, raw, text, indent, blankBefore, raw.endsWith("  "), spread);
    }

    private static boolean ends(String text) {
        return Sentences.ends(text)
                || ClosingSignature.tailOf(text) >= 0
                || SourceNote.tailOf(text) != null
                || JumpLine.tailOf(text) != null;
    }

    LineSpan span() {
        return new LineSpan(first, last);
    }

    /// The same line with other text.
    Line withText(String newText) {
        return new Line(first, last, raw, newText, indent, blankBefore, hardBreak, spread);
    }

    /// This line and one that follows it as a single line with the given text.
    Line joinedWith(Line next, String joined) {
        return new Line(
                first,
                next.last,
                raw + "\n" + next.raw,
                joined,
                indent,
                blankBefore,
                next.hardBreak,
                spread);
    }

    /// The same line, known to end what it says although no mark shows it.
    Line ended() {
        return new Line(
                first, last, raw, text, indent, blankBefore, hardBreak, spread, true, credited);
    }

    /// Begins with a mark that only ever follows something: some tools start a line at it.
    boolean startsInside() {
        int first = Glyphs.first(text);
        return Glyphs.closes(first) || "，。、；：！？,;".indexOf(first) >= 0;
    }

    /// Begins with a mark that hangs into the margin, so that its place says little about it.
    boolean startsWithMark() {
        return Glyphs.opens(Glyphs.first(text));
    }
}
