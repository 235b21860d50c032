package org.broadsheet.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A byline set off by a mark: `□马会淋` (000:22), ` □刘佳越` (000:185), `◎白丹` (003:372), and ■ ● ◆ in
/// other houses. The same marks begin list items and summaries, so what follows must read as names.
final class MarkedByline implements Recogniser {
    private static final String MARKS = "□◎●■◆○◇▲△▪▫◼◻◽▢❑❏⊙★☆※";

    /// Where fonts of a house keep marks of their own.
    private static final String PRIVATE_USE =
            IntStream.rangeClosed(0xE000, 0xF8FF)
                    .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                    .toString();

    private static final CharSet FIRST = new CharSet(MARKS + PRIVATE_USE);

    private static final Pattern MARKED =
            Pattern.compile("^[" + MARKS + "\\uE000-\\uF8FF](?<names>.{1,60})$");

    /// Where the writer is from, or what: `■李明（河州）`, `□李明 (市委党校教授)`.
    private static final Pattern POST =
            Pattern.compile("(?<=\\p{IsHan}{2})\\s?[（(]\\p{IsHan}{2,14}[）)]$");

    @Override
    public String signs() {
        return MARKS + PRIVATE_USE;
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        if (Glyphs.isHan(Glyphs.first(line.text()))) {
            return null;
        }
        Matcher marked = MARKED.matcher(line.text());
        if (line.text().length() > 60 || !marked.matches()) {
            return null;
        }
        String named = POST.matcher(Glyphs.strip(marked.group("names"))).replaceFirst("");
        Names.NameList names = Names.read(named);
        return names.people().isEmpty() ? null : new Cue.Byline(names.people(), true);
    }

    /// Whether a line begins with a byline mark and leaves the name unfinished (`◎白` above `丹`).
    static boolean isUnfinished(String text) {
        if (text.isEmpty() || !FIRST.has(text.charAt(0))) {
            return false;
        }
        Matcher marked = MARKED.matcher(text);
        return marked.matches() && Glyphs.strip(marked.group("names")).length() == 1;
    }
}
