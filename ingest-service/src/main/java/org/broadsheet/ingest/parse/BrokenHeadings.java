package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/// Joins a heading that stands on two lines: `组织互嵌聚民心` / `架起民族融合连心桥` (000:195-196), `“平安五原”` under
/// `携手共建` (003:393-394), a Markdown hard break (004:117-118). The lines stand close together and
/// are of similar length; a much shorter one (视点 under a headline, 003:107; 杭锦旗 above one, 004:126)
/// is a column title or kicker of its own. The two parts are parted by a space only where each is a
/// phrase, that is where they are about equally long.
final class BrokenHeadings {
    private BrokenHeadings() {}

    static List<Block> join(List<Block> blocks) {
        List<Block> joined = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            if (block instanceof Block.Heading next
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Block.Heading heading
                    && goTogether(heading, next)) {
                joined.set(joined.size() - 1, joined(heading, next));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    private static boolean goTogether(Block.Heading heading, Block.Heading next) {
        if (next.firstLine().blankBefore() || heading.level() != 0 || next.level() != 0) {
            return false;
        }
        int first = heading.text().length();
        int second = next.text().length();
        int shorter = Math.min(first, second);
        int difference = Math.abs(first - second);
        boolean similar = difference <= 4 || shorter >= 5 && difference <= 8;
        boolean label =
                shorter < 4 && Math.max(first, second) > 6
                        || HeadlineMatcher.isOffice(heading.text());
        boolean deck = next.text().startsWith("——") || next.text().startsWith("—");
        boolean broken = !Sentences.isBalanced(heading.text());
        return broken || heading.lines().size() < 3 && similar && !label && !deck;
    }

    private static Block.Heading joined(Block.Heading heading, Block.Heading next) {
        List<Line> lines = new ArrayList<>(heading.lines());
        lines.addAll(next.lines());
        boolean latin = Glyphs.last(heading.text()) < 0x2000 && Glyphs.first(next.text()) < 0x2000;
        String space = latin || Glyphs.hanCount(heading.text()) > 3 ? " " : "";
        return new Block.Heading(lines, heading.text() + space + next.text(), 0);
    }
}
