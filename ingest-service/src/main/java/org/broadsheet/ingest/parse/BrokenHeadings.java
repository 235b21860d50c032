package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins a heading that stands on two lines: `组织互嵌聚民心` / `架起民族融合连心桥` (000:195-196), `“平安五原”` under
/// `携手共建` (003:393-394), `鄂尔多斯公安廉政作品` / `在全区评选中获佳绩` (004:117-118).
///
/// Lines that stand close together are one heading where they are about equally long, where the
/// words at the break occur in the page's running text, where a quote is still open, or where the
/// second is too short to be anything but the rest. They are two where one has halves of its own,
/// is a place or office (杭锦旗, 004:126), begins with a dash, or is a word or two under a headline
/// that follows its story (视点, 003:107: the next story's column title). The parts are joined with a
/// space where the first is long enough to be a phrase.
final class BrokenHeadings {
    private static final int SHORT_REST = 6;
    private static final int LONGEST_HALF = 14;
    private static final int MOST_LINES = 4;
    private static final int LONGEST_LABEL = 5;

    /// Characters that no headline ends in, and such as none begins with.
    private static final String NEEDS_MORE = "的和与與及在把被将將从從向对對为為不这這那每各更最再要想让讓使由以于於或个個第";

    private static final String NEEDED = "的了着们們吗嗎呢吧之而但却卻";

    private final List<Block> blocks;
    private final boolean headlinesLead;
    private @Nullable String running;

    BrokenHeadings(List<Block> blocks) {
        this.blocks = blocks;
        this.headlinesLead = headlinesLead();
    }

    List<Block> join() {
        List<Block> joined = new ArrayList<>(blocks.size());
        for (Block block : ShadowHeadings.undone(blocks)) {
            if (block instanceof Block.Heading next
                    && !joined.isEmpty()
                    && joined.getLast() instanceof Block.Heading heading
                    && isOne(heading, next)) {
                joined.set(
                        joined.size() - 1,
                        next.firstLine().blankBefore() && !isVertical(next)
                                ? closed(heading, next)
                                : joined(heading, next));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    private boolean isOne(Block.Heading heading, Block.Heading next) {
        if (isVertical(heading) || isVertical(next)) {
            return areColumns(heading, next);
        }
        if (heading.level() != 0 || next.level() != 0 || heading.lines().size() == MOST_LINES) {
            return false;
        }
        boolean open = !Sentences.isBalanced(heading.text());
        if (next.firstLine().blankBefore()) {
            return open
                    ? Sentences.isBalanced(heading.text() + next.text())
                    : isCutWord(heading, next);
        }
        if (open || isCutWord(heading, next) || isLeaning(heading, next)) {
            return true;
        }
        boolean lastLetter = next.text().length() == 1 && length(heading) >= 6;
        return lastLetter
                || (!areTwo(heading, next) && (isSimilar(heading, next) || isRest(heading, next)));
    }

    /// `圣玛尔塔全国断电` / `逾十二万人撤离`: a headline from top to bottom in two columns.
    private static boolean areColumns(Block.Heading heading, Block.Heading next) {
        return isVertical(heading)
                && isVertical(next)
                && !isVerticalLabel(heading)
                && !isVerticalLabel(next)
                && heading.lines().size() == 1
                && Math.abs(heading.text().length() - next.text().length()) <= 2;
    }

    /// A column title set from top to bottom; what is longer is a headline.
    static boolean isVerticalLabel(Block.Heading heading) {
        String text = heading.text();
        return isVertical(heading)
                && (text.length() <= LONGEST_LABEL || ColumnTitles.isLikely(text));
    }

    /// Whether a heading is set from top to bottom.
    static boolean isVertical(Block.Heading heading) {
        return heading.firstLine().first() < heading.firstLine().last()
                && heading.firstLine().raw().indexOf('\n') < 4;
    }

    private static boolean areTwo(Block.Heading heading, Block.Heading next) {
        return (isParted(heading.lastLine().text()) && next.text().length() > SHORT_REST)
                || isParted(next.text())
                || NoticeTitle.is(next.text())
                || HeadlineMatcher.isOffice(heading.text())
                || ColumnTitles.isLikely(heading.text())
                || isDash(Glyphs.first(next.text()))
                || (heading.lines().size() == 1 && isName(next.text()))
                || BareByline.couldBe(next.text())
                || isComplete(heading);
    }

    /// `晒秋记` over `蓝采薇`: three characters that begin with a family name are the writer's.
    private static boolean isName(String text) {
        return text.length() == 3 && Glyphs.hanCount(text) == 3 && Surnames.begin(text);
    }

    private boolean isSimilar(Block.Heading heading, Block.Heading next) {
        int first = length(heading);
        int second = next.text().length();
        boolean alike = Math.abs(first - second) <= 2 && first <= LONGEST_HALF;
        return alike || isSaidInText(heading, next);
    }

    private boolean isRest(Block.Heading heading, Block.Heading next) {
        int rest = next.text().length();
        boolean label = !headlinesLead && (rest < 5 || ColumnTitles.isLikely(next.text()));
        boolean narrow =
                heading.lines().size() > 1 && rest < length(heading) && length(heading) <= 8;
        return narrow || (length(heading) >= 8 && rest <= SHORT_REST && !label);
    }

    /// Whether its last line stopped well before the first did, so that nothing was left over.
    private static boolean isComplete(Block.Heading heading) {
        return heading.lines().size() > 1
                && length(heading) < heading.firstLine().text().length() - 2;
    }

    private static int length(Block.Heading heading) {
        return heading.lastLine().text().length();
    }

    /// Whether the two characters that the break parts stand together in the running text,
    /// punctuation apart.
    private boolean isSaidInText(Block.Heading heading, Block.Heading next) {
        String above = letters(heading.text());
        String below = letters(next.text());
        return !above.isEmpty()
                && !below.isEmpty()
                && running().contains(above.substring(above.length() - 1) + below.charAt(0));
    }

    /// Whether the words at the break need each other: no headline ends in `…不妨` `…要` `…半个`, and
    /// none begins in `了…`.
    private static boolean isLeaning(Block.Heading heading, Block.Heading next) {
        return (NEEDS_MORE.indexOf(Glyphs.last(heading.text())) >= 0
                        && !NoticeTitle.is(next.text()))
                || NEEDED.indexOf(Glyphs.first(next.text())) >= 0;
    }

    /// Whether the break goes through a word: the running text has two characters from before it
    /// and one from behind it in a row, or one and two (`…业增加` / `值增长…`).
    private boolean isCutWord(Block.Heading heading, Block.Heading next) {
        String above = letters(heading.text());
        String below = letters(next.text());
        if (above.length() < 3
                || below.length() < 2
                || Glyphs.hanCount(above) < 3
                || isParted(next.text())
                || HeadlineMatcher.isOffice(heading.text())
                || isDash(Glyphs.first(next.text()))) {
            return false;
        }
        String before = above.substring(above.length() - 2);
        String behind = below.substring(0, 2);
        return running().contains(before + behind.charAt(0))
                || running().contains(before.charAt(1) + behind);
    }

    private String running() {
        if (running == null) {
            List<String> texts = new ArrayList<>();
            for (Block block : blocks) {
                if (block instanceof Block.Prose prose) {
                    texts.add(prose.text());
                }
            }
            running = letters(String.join("\n", texts));
        }
        return running;
    }

    /// Without what is neither letter nor line end.
    private static String letters(String text) {
        char[] letters = new char[text.length()];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Glyphs.isWord(c) || c == '\n') {
                letters[size++] = c;
            }
        }
        return new String(letters, 0, size);
    }

    /// Whether headlines stand before their stories on this page: a heading is above the first
    /// running text and none below the last.
    private boolean headlinesLead() {
        int first = 0;
        while (first < blocks.size() && !(blocks.get(first) instanceof Block.Prose)) {
            first++;
        }
        int last = blocks.size() - 1;
        while (last >= 0 && !(blocks.get(last) instanceof Block.Prose)) {
            last--;
        }
        return blocks.subList(0, first).stream().anyMatch(Block.Heading.class::isInstance)
                && blocks.subList(last + 1, blocks.size()).stream()
                        .noneMatch(Block.Heading.class::isInstance);
    }

    /// Whether a line has two halves of its own (`聚焦民生实事 回应群众关切`), so that it is whole.
    static boolean isParted(String text) {
        int space = text.indexOf(' ');
        return space > 2 && space < text.length() - 3 && Glyphs.hanCount(text) > 6;
    }

    static boolean isDash(int c) {
        return c == '—' || c == '⸺' || c == '―' || c == '─';
    }

    /// The lines as one heading.
    static Block.Heading of(List<Line> lines) {
        Block.Heading heading =
                new Block.Heading(List.of(lines.getFirst()), lines.getFirst().text(), 0);
        for (Line line : lines.subList(1, lines.size())) {
            heading = joined(heading, new Block.Heading(List.of(line), line.text(), 0));
        }
        return heading;
    }

    private static Block.Heading closed(Block.Heading heading, Block.Heading next) {
        List<Line> lines = new ArrayList<>(heading.lines());
        lines.addAll(next.lines());
        return new Block.Heading(lines, heading.text() + next.text(), 0);
    }

    private static Block.Heading joined(Block.Heading heading, Block.Heading next) {
        List<Line> lines = new ArrayList<>(heading.lines());
        lines.addAll(next.lines());
        boolean latin = Glyphs.last(heading.text()) < 0x2000 && Glyphs.first(next.text()) < 0x2000;
        boolean phrase = Glyphs.hanCount(heading.text()) > 3 && next.text().length() > 3;
        String space = latin || phrase ? " " : "";
        return new Block.Heading(lines, heading.text() + space + next.text(), 0);
    }
}
