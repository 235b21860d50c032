package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/// A headline printed with a shadow comes out of the file twice: `断头路，通了！` / `断头路，通了！`, or line by
/// line over again where it has several. It is one headline, which holds all of the lines and says
/// the words once.
final class ShadowHeadings {
    private static final int MOST_LINES = 3;
    private static final int FEWEST = 4;

    private ShadowHeadings() {}

    /// Whether the line stands again one to three lines further up or down.
    static boolean isDoubled(List<Line> lines, int at) {
        String text = lines.get(at).text();
        for (int step = 1; step <= MOST_LINES; step++) {
            boolean above = at >= step && lines.get(at - step).text().equals(text);
            boolean below = at + step < lines.size() && lines.get(at + step).text().equals(text);
            if ((above && isOver(lines, at - step, step)) || (below && isOver(lines, at, step))) {
                return Glyphs.hanCount(text) >= FEWEST;
            }
        }
        return false;
    }

    /// Whether no line between the two is left out of the repetition.
    private static boolean isOver(List<Line> lines, int at, int step) {
        for (int first = Math.max(0, at - step + 1); first <= at; first++) {
            boolean all = true;
            for (int i = first; i < first + step && all; i++) {
                all =
                        i + step < lines.size()
                                && lines.get(i).text().equals(lines.get(i + step).text());
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /// The blocks with each such headline as one.
    static List<Block> undone(List<Block> blocks) {
        List<Block> undone = new ArrayList<>(blocks.size());
        int at = 0;
        while (at < blocks.size()) {
            int length = lengthOfShadowed(blocks, at);
            if (length == 0) {
                undone.add(blocks.get(at++));
                continue;
            }
            List<Line> all = new ArrayList<>();
            for (Block block : blocks.subList(at, at + 2 * length)) {
                all.addAll(block.lines());
            }
            String text = BrokenHeadings.of(all.subList(0, all.size() / 2)).text();
            undone.add(new Block.Heading(all, text, 0));
            at += 2 * length;
        }
        return undone;
    }

    private static int lengthOfShadowed(List<Block> blocks, int at) {
        for (int length = 1; length <= MOST_LINES && at + 2 * length <= blocks.size(); length++) {
            boolean same = true;
            int han = 0;
            for (int i = at; i < at + length && same; i++) {
                same =
                        blocks.get(i) instanceof Block.Heading one
                                && one.level() == 0
                                && one.lines().size() == 1
                                && blocks.get(i + length) instanceof Block.Heading other
                                && other.level() == 0
                                && one.text().equals(other.text());
                han += same ? Glyphs.hanCount(((Block.Heading) blocks.get(i)).text()) : 0;
            }
            if (same && han >= FEWEST) {
                return length;
            }
        }
        return 0;
    }
}
