package org.broadsheet.ingest.parse;

import java.util.List;

/// Lines that begin a paragraph by their words, whatever stands around them: a salutation, a
/// speaker, a dateline, an item of a list or of briefs, a row of a table, a caption.
final class ParagraphOpening {
    private static final int CAPTION_LINES = 3;

    private ParagraphOpening() {}

    /// Whether the line opens a paragraph by its words.
    static boolean is(List<Line> lines, int at) {
        String text = lines.get(at).text();
        return CaptionFinder.isPointed(text)
                || CaptionFinder.isNumbered(text)
                || Salutation.is(text)
                || Dialogue.begins(text)
                || Dateline.of(text) != null
                || BriefItem.begins(text)
                || ListItem.begins(text)
                || TableRow.is(text)
                || EnglishText.opensReport(text)
                || EnglishText.isCaption(lines.get(at))
                || (at > 0 && Salutation.is(lines.get(at - 1).text()))
                || (at > 0 && lines.get(at - 1).credited() && isNearCredited(lines, at));
    }

    /// Whether a caption may begin here: two captions in a row have a credit each.
    private static boolean isNearCredited(List<Line> lines, int at) {
        for (int near = at; near < Math.min(lines.size(), at + CAPTION_LINES); near++) {
            if (lines.get(near).credited()) {
                return true;
            }
        }
        return false;
    }
}
