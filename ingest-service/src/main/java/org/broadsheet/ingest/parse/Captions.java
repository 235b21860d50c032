package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.LineSpan;

/// Makes a caption of a caption story: its paragraphs, and the photographers that its last line or
/// the line below names.
final class Captions {
    private static final int LONGEST_BROKEN = 12;

    private static final int LONGEST_FULL_NAME = 3;
    private static final CharSet GIVERS = new CharSet("摄攝影图圖记記者员員师師社报報");

    private Captions() {}

    static Caption of(Story story) {
        String text =
                Paragraphs.of(story.body).stream()
                        .map(BodyPart::text)
                        .collect(Collectors.joining("\n"));
        List<String> photographers = new ArrayList<>();
        int credit = PhotoCredit.tailOf(text);
        if (credit >= 0) {
            List<String> named = PhotoCredit.photographers(Glyphs.strip(text.substring(credit)));
            photographers.addAll(named == null ? List.of() : named);
            text = Glyphs.strip(text.substring(0, credit));
        }
        for (Block.Mark mark : story.marks) {
            if (mark.cue() instanceof Cue.PhotoCredit named) {
                int broken = brokenCredit(text, mark.line().text());
                List<String> whole =
                        broken < 0
                                ? null
                                : PhotoCredit.photographers(
                                        text.substring(broken) + mark.line().text());
                photographers.addAll(whole == null ? named.photographers() : whole);
                text = whole == null ? text : Glyphs.strip(text.substring(0, broken));
            }
        }
        if (CaptionFinder.isPointed(text)) {
            text = Glyphs.strip(text.substring(1));
        }
        List<LineSpan> lines =
                Stream.concat(story.body.stream(), story.marks.stream())
                        .flatMap(block -> block.spans().stream())
                        .sorted(Comparator.comparingInt(LineSpan::first))
                        .toList();
        return new Caption(text, photographers.stream().distinct().toList(), lines);
    }

    /// Where a credit begins that the line's end broke (`…一匹奔马。特约摄影师 骆` / `驼祥 摄`); -1 where none
    /// did.
    private static int brokenCredit(String text, String credit) {
        int full = text.lastIndexOf('。');
        return full >= 0
                        && full < text.length() - 1
                        && text.length() - full <= LONGEST_BROKEN
                        && credit.length() <= LONGEST_BROKEN
                        && beginsCredit(Glyphs.strip(text.substring(full + 1)))
                ? full + 1
                : -1;
    }

    /// A word for who takes pictures, a gap, or no more than a name; other words belong to the
    /// caption.
    private static boolean beginsCredit(String text) {
        return text.length() <= LONGEST_FULL_NAME || Glyphs.hasSpace(text) || GIVERS.isIn(text);
    }
}
