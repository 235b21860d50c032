package org.broadsheet.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A byline set off by a mark: `□马会淋` (000:22), ` □刘佳越` (000:185), `◎白丹` (003:372), and ■ ● ◆ in
/// other houses. The same marks begin list items and summaries, so what follows must read as names.
final class MarkedByline implements Recogniser {
    private static final Pattern MARKED =
            Pattern.compile("^[□◎●■◆○◇▲△▪▫◼◻◽▢❑❏⊙★☆※\\uE000-\\uF8FF](?<names>.{1,60})$");

    @Override
    public @Nullable Cue recognise(Line line) {
        if (Glyphs.isHan(Glyphs.first(line.text()))) {
            return null;
        }
        Matcher marked = MARKED.matcher(line.text());
        if (line.text().length() > 60 || !marked.matches()) {
            return null;
        }
        Names.NameList names = Names.read(Glyphs.strip(marked.group("names")));
        return names.people().isEmpty() ? null : new Cue.Byline(names.people(), true);
    }

    /// Whether a line begins with a byline mark and leaves the name unfinished (`◎白` above `丹`).
    static boolean isUnfinished(String text) {
        Matcher marked = MARKED.matcher(text);
        return marked.matches() && Glyphs.strip(marked.group("names")).length() == 1;
    }
}
