package org.broadsheet.ingest.parse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The print conventions a line can show, in order of precedence: the first that applies names the
/// line; one that no convention knows is plain. A new convention is a class of its own and a line
/// in this list.
final class Conventions {
    private static final int LONGEST = 200;

    private static final List<Recogniser> IN_ORDER =
            List.of(
                    new MarkdownMatter(),
                    new MarkdownHeading(),
                    new VerticalLabel(),
                    new EditorOnDuty(),
                    new RunningHead(),
                    new JumpLine(),
                    new SourceNote(),
                    new PhotoCredit(),
                    new MarkedByline(),
                    new RoleByline(),
                    new ClosingSignature(),
                    new ReaderSignature(),
                    new OfficeSignature(),
                    new Folio(),
                    new PageName());

    private static final Signs SIGNS = new Signs(IN_ORDER.stream().map(Recogniser::signs).toList());

    private Conventions() {}

    static Cue cueOf(Line line) {
        if (line.text().length() > LONGEST) {
            return Cue.PLAIN;
        }
        String unmarked = MarkdownEmphasis.inside(line.text());
        if (unmarked != null && !unmarked.startsWith("【")) {
            Cue cue = cueOf(line.withText(unmarked));
            if (!(cue instanceof Cue.Plain)) {
                return cue;
            }
        }
        for (int open = SIGNS.open(line.text()); open != 0; open &= open - 1) {
            Recogniser recogniser = IN_ORDER.get(Integer.numberOfTrailingZeros(open));
            @Nullable Cue cue = recogniser.recognise(line);
            if (cue != null) {
                return cue;
            }
        }
        return Cue.PLAIN;
    }
}
