package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Pattern;

/// Tells captions from articles: text that a photo credit ends, on the next line (001:305) or its
/// own (004:115), or that says 图为. A caption is short; where a credit stands behind a long text
/// only the last paragraph is the caption.
final class CaptionFinder {
    private static final int LONGEST = 330;
    private static final Pattern OPENING =
            Pattern.compile("^(?:[▲△▼◀▶←→↑↓]|[（(]?[上下左右][图圖][）)]?|图为|圖為|图[①-⑩一二三四1-9][：:为]?|题图)");

    /// Whatever `OPENING` may begin with.
    private static final CharSet FIRST = new CharSet("▲△▼◀▶←→↑↓（(上下左右图圖题");

    private static final Pattern INSIDE = Pattern.compile("(?:^|[。！？，,])(?:图为|圖為|图片为|[上下左右]图为)");

    /// `▲晏明遗失警官证，…，声明作废。`: an item of a column of lost papers bears the same mark.
    private static final Pattern LOST = Pattern.compile(".*(?:遗失|丢失).*(?:作废|声明)。?");

    private CaptionFinder() {}

    /// Where someone stands in the picture: `巩丽丽（左）和老人的女儿在派出所门口。`
    private static final Pattern POSITION = Pattern.compile("[（(](?:[前后後]排)?[左右中][起]?[一二三四五]?[）)]");

    private static final int LONGEST_POSITIONED = 100;
    private static final int LONGEST_NUMBERED = 60;
    private static final int SHORTEST_SCENE = 8;
    private static final int LONGEST_SCENE = 24;
    private static final Pattern PICTURES =
            Pattern.compile("文[/／、并]?[图圖]|[图圖][/／、]?文|[/／][图圖]|摄影|攝影|[摄攝]$");
    private static final CharSet SPOKEN = new CharSet("，“”「」‘’：？！我你您他她它咱这這那说說是");

    /// For each block, whether it is text of a caption.
    static boolean[] find(List<Block> blocks) {
        boolean[] caption = new boolean[blocks.size()];
        boolean pictures = blocks.stream().anyMatch(CaptionFinder::namesPhotographer);
        for (int at = 0; at < blocks.size(); at++) {
            if (pictures && isScene(blocks, at)) {
                caption[at] = true;
                continue;
            }
            boolean numbered = isNumbered(blocks, at);
            switch (blocks.get(at)) {
                case Block.Mark mark when mark.cue() instanceof Cue.PhotoCredit ->
                        markBackwards(blocks, caption, at - 1);
                case Block.Prose prose when says(prose.text()) || numbered ->
                        markParagraph(blocks, caption, at);
                case Block.Mark _, Block.Prose _, Block.Heading _ -> {}
            }
        }
        return caption;
    }

    /// Whether a byline says that there are pictures (文/图).
    private static boolean namesPhotographer(Block block) {
        return block instanceof Block.Mark mark
                && mark.cue() instanceof Cue.Byline
                && PICTURES.matcher(mark.line().text()).find();
    }

    /// A short sentence alone between blank lines, with nobody speaking: `技师为患者粘贴电极。` between the
    /// paragraphs of a story whose writers took pictures.
    private static boolean isScene(List<Block> blocks, int at) {
        return blocks.get(at) instanceof Block.Prose prose
                && prose.lines().size() == 1
                && prose.opens()
                && prose.firstLine().blankBefore()
                && at + 1 < blocks.size()
                && blocks.get(at + 1).firstLine().blankBefore()
                && isScene(prose.text());
    }

    /// Whether a text could be such a sentence.
    static boolean isScene(String text) {
        return text.length() >= SHORTEST_SCENE
                && text.length() <= LONGEST_SCENE
                && text.endsWith("。")
                && text.indexOf('。') == text.length() - 1
                && !SPOKEN.isIn(text);
    }

    /// Captions of several pictures: `①通车当天，身着盛装的村民走上大桥。` / `②2023年8月，工人在桥塔上焊接索鞍…`, each a sentence
    /// of its own; items of a list end in semicolons.
    private static boolean isNumbered(List<Block> blocks, int at) {
        return isNumbered(blocks.get(at))
                && ((at > 0 && isNumbered(blocks.get(at - 1)))
                        || (at + 1 < blocks.size() && isNumbered(blocks.get(at + 1))));
    }

    private static boolean isNumbered(Block block) {
        return block instanceof Block.Prose prose
                && isNumbered(prose.text())
                && prose.text().length() <= LONGEST_NUMBERED
                && prose.text().endsWith("。");
    }

    /// Whether what follows the caption is another one.
    static boolean isWhole(String caption) {
        return isNumbered(caption) || isPositioned(caption);
    }

    /// Whether a short text says where someone stands.
    static boolean isPositioned(String text) {
        return text.length() <= LONGEST_POSITIONED
                && (text.indexOf('（') >= 0 || text.indexOf('(') >= 0)
                && POSITION.matcher(text).find();
    }

    /// Whether a line begins with a number in a circle.
    static boolean isNumbered(String line) {
        int first = Glyphs.first(line);
        return first >= '①' && first <= '⑨';
    }

    /// Whether the line begins as only captions do.
    static boolean opens(String line) {
        return !line.isEmpty() && FIRST.has(line.charAt(0)) && OPENING.matcher(line).lookingAt();
    }

    /// Whether the line begins with an arrow to a picture, which nothing but a caption does.
    static boolean isPointed(String line) {
        return "▲△▼▽◀▶".indexOf(Glyphs.first(line)) >= 0;
    }

    private static boolean says(String text) {
        return text.length() <= LONGEST
                && (PhotoCredit.tailOf(text) >= 0
                        || opens(text)
                        || isPositioned(text)
                        || (saysPicture(text) && INSIDE.matcher(text).find()))
                && !LOST.matcher(text).matches();
    }

    private static boolean saysPicture(String text) {
        return text.indexOf('图') >= 0 || text.indexOf('圖') >= 0;
    }

    private static void markBackwards(List<Block> blocks, boolean[] caption, int last) {
        int first = last;
        int length = 0;
        while (first >= 0 && blocks.get(first) instanceof Block.Prose prose && !caption[first]) {
            length += prose.text().length();
            first--;
        }
        int from = first + 1;
        if (length > LONGEST) {
            from = lastParagraph(blocks, last);
            length = 0;
            for (int at = from; at <= last; at++) {
                length += ((Block.Prose) blocks.get(at)).text().length();
            }
        }
        for (int at = from; at <= last && length <= LONGEST; at++) {
            caption[at] = true;
        }
    }

    private static void markParagraph(List<Block> blocks, boolean[] caption, int last) {
        for (int at = lastParagraph(blocks, last); at <= last; at++) {
            caption[at] = true;
        }
    }

    private static int lastParagraph(List<Block> blocks, int last) {
        int from = last;
        while (from > 0
                && blocks.get(from) instanceof Block.Prose prose
                && !prose.opens()
                && blocks.get(from - 1) instanceof Block.Prose) {
            from--;
        }
        return from;
    }
}
