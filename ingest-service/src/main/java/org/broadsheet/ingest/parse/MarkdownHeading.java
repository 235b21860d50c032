package org.broadsheet.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A heading by markup: `## 寒冬攻坚不“猫冬” 新质生产力“加速跑”` (004:5), or a whole line set bold. In bold and
/// brackets, `**【警方在线】**`, it is a column title.
final class MarkdownHeading implements Recogniser {
    private static final Pattern HASHES =
            Pattern.compile("^(?<hashes>#{1,6})[ \\t]+(?<text>.+?)[ \\t]*#*$");
    private static final Pattern BOLD =
            Pattern.compile("^(?:\\*\\*|__)(?<text>[^*_]{2,60})(?:\\*\\*|__)$");
    private static final Pattern LABEL = Pattern.compile("^【(?<text>[^【】]{2,12})】$");
    private static final RunningHead PAGE = new RunningHead();
    private static final int BOLD_LEVEL = 4;

    @Override
    public String signs() {
        return "#*_";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        if (line.text().length() > 200 || "#*_".indexOf(Glyphs.first(line.text())) < 0) {
            return null;
        }
        Matcher hashes = HASHES.matcher(line.text());
        if (hashes.matches()) {
            String text = hashes.group("text").replaceAll("\\*\\*|__", "");
            if (PAGE.recognise(line.withText(Glyphs.strip(text))) instanceof Cue.PageLine page) {
                return page;
            }
            return new Cue.Heading(hashes.group("hashes").length(), Glyphs.strip(text));
        }
        Matcher bold = BOLD.matcher(line.text());
        if (!bold.matches() || Sentences.ends(bold.group("text"))) {
            return null;
        }
        String text = Glyphs.strip(bold.group("text"));
        Matcher label = LABEL.matcher(text);
        return label.matches()
                ? new Cue.Heading(0, label.group("text"))
                : new Cue.Heading(BOLD_LEVEL, text);
    }
}
