package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The block of `key: value` lines between two rules that opens a Markdown file. It is about the
/// file, not of the page, so its lines are furniture.
final class FrontMatter {
    private static final Pattern RULE = Pattern.compile("-{3,}|\\+{3,}");
    private static final int LONGEST = 40;

    private FrontMatter() {}

    /// The cues with those of the front matter put in, the same where there is none.
    static List<Cue> mark(List<Line> lines, List<Cue> cues) {
        if (lines.isEmpty() || !RULE.matcher(lines.getFirst().text()).matches()) {
            return cues;
        }
        for (int end = 1; end < lines.size() && end < LONGEST; end++) {
            if (lines.get(end).text().equals(lines.getFirst().text())) {
                List<Cue> marked = new ArrayList<>(cues);
                for (int at = 0; at <= end; at++) {
                    marked.set(at, new Cue.PageLine("front matter"));
                }
                return marked;
            }
        }
        return cues;
    }
}
