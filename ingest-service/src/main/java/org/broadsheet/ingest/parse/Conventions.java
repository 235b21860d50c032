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
                    new EditorOnDuty(),
                    new JumpLine(),
                    new SourceNote(),
                    new PhotoCredit(),
                    new MarkedByline(),
                    new RoleByline(),
                    new ClosingSignature(),
                    new Folio(),
                    new PageName());

    private Conventions() {}

    static Cue cueOf(Line line) {
        if (line.text().length() > LONGEST) {
            return Cue.PLAIN;
        }
        String folded = Radicals.fold(line.text());
        Line whole = folded.equals(line.text()) ? line : line.withText(folded);
        for (Recogniser recogniser : IN_ORDER) {
            @Nullable Cue cue = recogniser.recognise(whole);
            if (cue != null) {
                return cue;
            }
        }
        return Cue.PLAIN;
    }
}
