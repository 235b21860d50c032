package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Ties headlines to stories over the whole page.
///
/// Where a headline stands in the text is no proof: it may come before its story, after it, or
/// after the next one (001:231 belongs to the story that ended 83 lines above). So each heading is
/// scored against each story: how much of the heading the story repeats, and whether it does so
/// more than any other, plus a little for standing where headlines usually stand on this page, and
/// the pairs with the greatest total are taken, each heading and each story at most once. The usual
/// order is headline before body or after it, whichever fits the page better as a whole; marked-up
/// headlines always stand before. A heading that no story repeats and no order supports stays
/// loose: a page may print a story whose headline is not in its text at all.
final class HeadlineMatcher {
    private static final Pattern OFFICE =
            Pattern.compile(
                    "\\p{IsHan}{1,14}(?:[旗县縣市区區镇鎮乡鄉村盟州省局委办辦院校厂廠]|公司|集团|街道|社区|支部"
                            + "|政府|中心|苏木|嘎查|部门|协会|学校|中学|小学|大学|银行|医院)");

    /// One of which ends whatever `OFFICE` matches.
    private static final CharSet ENDS_OFFICE = new CharSet("旗县縣市区區镇鎮乡鄉村盟州省局委办辦院校厂廠司团道部府心木查门会学行");

    /// What speaks for a pair: weights of a logistic fit over all pairs of the tuned practice pages
    /// and the seeds, rounded.
    private static final double THRESHOLD = 0.25;

    private static final double REPEATED = 0.55;
    private static final double MORE_THAN_OTHERS = 0.55;
    private static final double LESS_THAN_ANOTHER = 0.85;

    /// By how many stories stand between the heading and its story: none, one, more.
    private static final double[] USUAL_SIDE = {0.35, 0.05, -0.12};

    private static final double[] OTHER_SIDE = {0, -0.15, -0.4};

    private static final double MARKED = 0.95;
    private static final double MARKED_UNSAID = 0.85;
    private static final double SUREST = 0.95;

    /// A headline less likely than this is left out: none is better than a wrong one.
    private static final double GUESSED = 0.085;

    private static final double EACH_BETWEEN = 0.02;
    private static final double PICTURE = 0.2;
    private static final double UNSAID_PICTURE = 0.3;
    private static final double MIDDLE = 0.35;
    private static final double OF_TWO = 0.25;

    /// What a sign of the wording is worth.
    private static final double EACH_SIGN = 0.1;

    /// A headline that its story says less of than this is only told by its place. Which line of
    /// several is the headline, and which the kicker or deck, type size would tell, but text has
    /// none.
    private static final double SAID = 0.3;

    /// A line that its story says less of than this was given to it by its place alone.
    private static final double UNTOLD = 0.1;

    /// By how much another story must say more of a line for the line to be that one's.
    private static final double RIVAL = 0.15;

    private static final double INSIDE = 0.2;
    private static final double MARKED_UP = 0.6;
    private static final double PARTED = 0.2;
    private static final double DASH = 2;
    private static final double AT_BYLINE = 0.15;
    private static final double OVER_DASH = 0.3;

    /// What pairs in order are favoured by, and how little may speak for them.
    private static final double IN_ORDER = 0.25;

    private static final double ALIGNED = -0.1;

    private static final int SHORTEST_DISPLAY = 7;
    private static final int FARTHEST = 6;

    private final List<Story> stories;
    private final List<Block.Heading> headings;
    private final List<Block> blocks;
    private final double[] shapes;
    private final IdentityHashMap<Block, Double> stacked;

    /// What speaks for headings with a byline directly below.
    private final IdentityHashMap<Block, Double> atByline = new IdentityHashMap<>();

    /// By the first of two display lines.
    private final IdentityHashMap<Block, Pair> pairs = new IdentityHashMap<>();

    private final IdentityHashMap<Block, Integer> indexOf = new IdentityHashMap<>();

    private final double[][] coverage;

    /// How many other stories stand between each heading and each story.
    private final int[][] between;

    /// The greatest coverage of each heading by any story, and the next greatest.
    private final double[] most;

    private final double[] second;
    private final int[] starts;
    private final int[] ends;

    HeadlineMatcher(
            List<Story> stories,
            List<Block.Heading> headings,
            List<Block> blocks,
            Vocabulary vocabulary) {
        this.blocks = blocks;
        this.stories = stories;
        this.headings = headings;
        this.starts = stories.stream().mapToInt(Story::start).sorted().toArray();
        this.ends = stories.stream().mapToInt(Story::end).sorted().toArray();
        this.coverage = new double[headings.size()][stories.size()];
        this.between = new int[headings.size()][stories.size()];
        for (int h = 0; h < headings.size(); h++) {
            for (int s = 0; s < stories.size(); s++) {
                between[h][s] = storiesBetween(headings.get(h), stories.get(s));
            }
        }
        this.most = new double[headings.size()];
        this.second = new double[headings.size()];
        List<int[]> words = headings.stream().map(h -> vocabulary.pairs(h.text())).toList();
        for (int s = 0; s < stories.size(); s++) {
            int story = s;
            int[] near =
                    IntStream.range(0, headings.size())
                            .filter(h -> between[h][story] <= FARTHEST)
                            .toArray();
            double[] repeated =
                    vocabulary.coverages(
                            Arrays.stream(near).mapToObj(words::get).toList(),
                            stories.get(s).pairs(vocabulary));
            for (int i = 0; i < near.length; i++) {
                int h = near[i];
                coverage[h][s] = repeated[i];
                second[h] = Math.max(second[h], Math.min(most[h], repeated[i]));
                most[h] = Math.max(most[h], repeated[i]);
            }
        }
        for (int h = 0; h < headings.size(); h++) {
            indexOf.put(headings.get(h), h);
        }
        this.stacked = stacked(blocks);
        this.shapes =
                headings.stream()
                        .mapToDouble(h -> shape(h) + stacked.getOrDefault(h, 0.0))
                        .toArray();
    }

    /// Comes out: the headline of each story that has one.
    Map<Story, Story.Tied> match() {
        double[][] after = inOrder(gains(true));
        double[][] before = inOrder(gains(false));
        int[] matchAfter = Assignment.best(after);
        int[] matchBefore = Assignment.best(before);
        double more = total(after, matchAfter) - total(before, matchBefore);
        boolean headlinesFollow = more == 0 ? !firstLeads() : more > 0;
        int[] match = paired(headlinesFollow ? matchAfter : matchBefore);
        double[][] gains = headlinesFollow ? after : before;
        Map<Story, Story.Tied> headlines = new LinkedHashMap<>();
        double told = told(match);
        for (int h = 0; h < match.length; h++) {
            if (match[h] < 0) {
                continue;
            }
            Block.Heading heading = headings.get(h);
            boolean markedUp = heading.level() > 0;
            double confidence =
                    markedUp ? marked(h, match[h]) : confidence(h, match[h], gains, told);
            if (confidence >= GUESSED) {
                String method = markedUp ? "marked up as a heading" : "repeated in the text";
                headlines.put(stories.get(match[h]), new Story.Tied(heading, confidence, method));
            }
        }
        new NextHeadline(stories, headings, blocks, headlinesFollow).tie(headlines);
        return headlines;
    }

    /// Markup also heads columns and sections (`资讯短平快`), of which the text says nothing.
    private double marked(int h, int s) {
        return coverage[h][s] >= SAID ? MARKED : MARKED_UNSAID;
    }

    /// Whether the page begins with a heading.
    private boolean firstLeads() {
        return !headings.isEmpty()
                && starts.length > 0
                && headings.getFirst().firstLine().first() < starts[0];
    }

    /// The share of headlines that their stories repeat: on such a page the words can be trusted.
    private double told(int[] match) {
        int told = 0;
        int tied = 0;
        for (int h = 0; h < match.length; h++) {
            tied += match[h] >= 0 ? 1 : 0;
            told += match[h] >= 0 && coverage[h][match[h]] >= SAID ? 1 : 0;
        }
        return told / (double) Math.max(1, tied);
    }

    /// How often such a headline is right: a logistic fit over the headlines of the generated pages
    /// and of the typeset ones that may be looked at, a little lowered, as pages of unseen
    /// newspapers come out less well. What tells most is how far the next best heading for the same
    /// story is behind. Lines of under eight characters may be a column title, long ones a deck,
    /// and what was joined from several lines may be two headings.
    private double confidence(int h, int s, double[][] gains, double told) {
        double rival = 0;
        for (int other = 0; other < headings.size(); other++) {
            rival = other == h ? rival : Math.max(rival, gains[other][s]);
        }
        Block.Heading heading = headings.get(h);
        int length = (Glyphs.width(Glyphs.solid(heading.text())) + 1) / 2;
        double signs =
                -1.9
                        + 0.85 * Math.min(1, gains[h][s])
                        + 1.75 * Math.max(-0.5, Math.min(1, gains[h][s] - rival))
                        + 0.9 * told
                        - (isShort(heading) ? 1 : length > 20 ? 1.4 : 0)
                        - (heading.lines().size() > 1 ? 0.5 : 0);
        return Math.min(SUREST, 1 / (1 + Math.exp(-signs)));
    }

    private static boolean isShort(Block.Heading heading) {
        return Glyphs.width(Glyphs.solid(heading.text())) < 15 && !NoticeTitle.is(heading.text());
    }

    /// @param second the line below the first
    /// @param deck whether it is the deck of the first; else the first is its kicker
    private record Pair(Block second, boolean deck) {}

    /// Two display lines belong to one story. Where the words tie only one of them to a story, the
    /// other is not the headline of another; and which of the two is the headline, their wording
    /// tells, not how much of them the story repeats.
    private int[] paired(int[] match) {
        int[] paired = match.clone();
        for (int h = 0; h + 1 < paired.length; h++) {
            Pair pair = pairs.get(headings.get(h));
            if (pair == null || !pair.second().equals(headings.get(h + 1))) {
                continue;
            }
            boolean deck = pair.deck();
            int first = paired[h];
            int second = paired[h + 1];
            boolean toldFirst = first >= 0 && coverage[h][first] >= SAID;
            boolean one = first < 0 || second < 0 || isUntold(h, first) != isUntold(h + 1, second);
            if (one && (first >= 0 || second >= 0)) {
                int story = toldFirst || second < 0 ? first : second;
                int headline = deck ? h : h + 1;
                if (most[headline] - coverage[headline][story] < RIVAL) {
                    paired[h] = deck ? story : -1;
                    paired[h + 1] = deck ? -1 : story;
                }
            }
        }
        return paired;
    }

    private boolean isUntold(int h, int story) {
        return coverage[h][story] < UNTOLD;
    }

    /// What speaks for or against each of two or three display lines. Three are mostly kicker,
    /// headline and deck.
    private IdentityHashMap<Block, Double> stacked(List<Block> blocks) {
        IdentityHashMap<Block, Double> stacked = new IdentityHashMap<>();
        for (int at = 0; at + 1 < blocks.size(); at++) {
            int end = at;
            while (isDisplay(blocks, end)) {
                end++;
            }
            if (end - at == 2) {
                addPair(at, DisplayPair.deck(text(at), text(at + 1)), stacked);
            } else if (end - at > 2) {
                boolean three = end - at == 3;
                boolean alone = !isHeading(blocks, at - 1) && !isHeading(blocks, end);
                if (!addSurePairs(at, end, stacked) && three && alone) {
                    stacked.put(blocks.get(at), -MIDDLE);
                    stacked.put(blocks.get(at + 1), MIDDLE);
                    stacked.put(blocks.get(at + 2), -MIDDLE);
                }
            }
            at = Math.max(at, end - 1);
        }
        for (int at = 0; at + 1 < blocks.size(); at++) {
            if (blocks.get(at) instanceof Block.Heading heading && heading.level() == 0) {
                if (blocks.get(at + 1) instanceof Block.Heading deck
                        && BrokenHeadings.isDash(Glyphs.first(deck.text()))) {
                    stacked.merge(heading, OVER_DASH, Double::sum);
                } else if (blocks.get(at + 1) instanceof Block.Mark mark
                        && mark.cue() instanceof Cue.Byline byline
                        && byline.marked()) {
                    Pair pair = at == 0 ? null : pairs.get(blocks.get(at - 1));
                    Block over = pair != null && pair.deck() ? blocks.get(at - 1) : heading;
                    atByline.merge(over, AT_BYLINE, Double::sum);
                }
            }
        }
        return stacked;
    }

    /// In a pile of display lines, two of which the wording says surely that the one is the other's
    /// companion are a pair, unless both are companions of the line between.
    private boolean addSurePairs(int from, int to, IdentityHashMap<Block, Double> stacked) {
        boolean found = false;
        for (int at = from; at + 1 < to; at++) {
            double deck = DisplayPair.deck(text(at), text(at + 1));
            if (Math.abs(deck) < DisplayPair.SURE || stacked.containsKey(blocks.get(at))) {
                continue;
            }
            boolean triple =
                    at + 2 < to
                            && deck < 0
                            && DisplayPair.deck(text(at + 1), text(at + 2)) >= DisplayPair.SURE;
            addPair(at, deck, stacked);
            if (triple) {
                stacked.put(blocks.get(at + 2), -OF_TWO);
            }
            found = true;
        }
        return found;
    }

    /// Notes which of two lines is the headline and how much speaks for it.
    private void addPair(int at, double deck, IdentityHashMap<Block, Double> stacked) {
        if (areOfTwoStories(at)) {
            return;
        }
        pairs.put(blocks.get(at), new Pair(blocks.get(at + 1), deck > 0));
        double says = Math.clamp(deck * EACH_SIGN, -OF_TWO, OF_TWO);
        stacked.put(blocks.get(at), says);
        stacked.put(blocks.get(at + 1), -says);
    }

    /// Whether a line and the next are repeated by two stories, each by its own: headlines printed
    /// in a row.
    private boolean areOfTwoStories(int at) {
        Integer first = indexOf.get(blocks.get(at));
        Integer second = indexOf.get(blocks.get(at + 1));
        if (first == null || second == null || most[first] < SAID || most[second] < SAID) {
            return false;
        }
        int own = best(first);
        int other = best(second);
        return own != other
                && coverage[first][own] - coverage[second][own] >= RIVAL
                && coverage[second][other] - coverage[first][other] >= RIVAL;
    }

    private int best(int heading) {
        int best = 0;
        for (int s = 1; s < stories.size(); s++) {
            best = coverage[heading][s] > coverage[heading][best] ? s : best;
        }
        return best;
    }

    private static boolean isHeading(List<Block> blocks, int at) {
        return at >= 0 && at < blocks.size() && blocks.get(at) instanceof Block.Heading;
    }

    private String text(int at) {
        return ((Block.Heading) blocks.get(at)).text();
    }

    private static boolean isDisplay(List<Block> blocks, int at) {
        return at >= 0 && at < blocks.size() && isDisplay(blocks.get(at));
    }

    private static boolean isDisplay(Block block) {
        return block instanceof Block.Heading heading
                && heading.level() == 0
                && (Glyphs.width(heading.text()) >= 2 * SHORTEST_DISPLAY
                        || DisplayPair.isSurelyCompanion(heading.text()))
                && !NoticeTitle.is(heading.text())
                && !BareByline.couldBe(heading.text());
    }

    private double[][] gains(boolean headlinesFollow) {
        double[][] gains = new double[headings.size()][stories.size()];
        for (int h = 0; h < headings.size(); h++) {
            Block.Heading heading = headings.get(h);
            boolean follow = headlinesFollow && heading.level() == 0;
            double shape = shapes[h];
            double byline = follow ? 0 : atByline.getOrDefault(heading, 0.0);
            for (int s = 0; s < stories.size(); s++) {
                if (stories.get(s).isBrief()) {
                    continue;
                }
                boolean caption = stories.get(s).caption;
                boolean unsaid = caption && coverage[h][s] < 0.1;
                gains[h][s] =
                        said(h, s)
                                + order(h, s, follow)
                                + shape
                                + (isAbove(heading, stories.get(s)) ? byline : 0)
                                + (caption ? PICTURE : 0)
                                - (unsaid ? UNSAID_PICTURE : 0)
                                - THRESHOLD;
            }
        }
        return gains;
    }

    /// The gains with those pairs favoured that stand in one order: however a page comes out of its
    /// file, headlines above stories, below them or all in a row, the first headline is mostly the
    /// first story's. So the alignment without crossings that gains most (Needleman and Wunsch
    /// 1970) is found; pairs that the words tell hold it, and tell where the others belong.
    private double[][] inOrder(double[][] gains) {
        int[] order =
                IntStream.range(0, stories.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(s -> stories.get(s).start()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[][] most = new double[headings.size() + 1][order.length + 1];
        for (int h = 1; h <= headings.size(); h++) {
            for (int i = 1; i <= order.length; i++) {
                double pair = most[h - 1][i - 1] + gains[h - 1][order[i - 1]] + ALIGNED;
                most[h][i] = Math.max(pair, Math.max(most[h - 1][i], most[h][i - 1]));
            }
        }
        int h = headings.size();
        int i = order.length;
        while (h > 0 && i > 0) {
            if (most[h][i] == most[h - 1][i]) {
                h--;
            } else if (most[h][i] == most[h][i - 1]) {
                i--;
            } else {
                gains[--h][order[--i]] += IN_ORDER;
            }
        }
        return gains;
    }

    /// What the words say: how much of the heading the story repeats, and whether it does so more
    /// than any other story.
    private double said(int h, int s) {
        double own = coverage[h][s];
        double more = own - (own == most[h] ? second[h] : most[h]);
        return Math.sqrt(own)
                - REPEATED * own
                + (more > 0 ? MORE_THAN_OTHERS : LESS_THAN_ANOTHER) * more;
    }

    private double order(int h, int s, boolean follow) {
        Story story = stories.get(s);
        int line = headings.get(h).firstLine().first();
        boolean isAfter = line > story.end();
        if (!isAfter && line > story.start()) {
            return INSIDE;
        }
        double[] side = isAfter == follow ? USUAL_SIDE : OTHER_SIDE;
        int stories = between[h][s];
        double each = stories < side.length - 1 ? 0 : EACH_BETWEEN * stories;
        return side[Math.min(stories, side.length - 1)] - each;
    }

    private static boolean isAbove(Block.Heading heading, Story story) {
        return heading.firstLine().first() <= story.start();
    }

    /// How many other stories stand between a heading and a story.
    private int storiesBetween(Block.Heading heading, Story story) {
        int line = heading.firstLine().first();
        if (line > story.end()) {
            return below(ends, line) - below(ends, story.end() + 1);
        }
        return line > story.start() ? 0 : below(starts, story.start()) - below(starts, line);
    }

    private static int below(int[] sorted, int limit) {
        int at = Arrays.binarySearch(sorted, limit);
        int first = at < 0 ? -at - 1 : at;
        while (first > 0 && sorted[first - 1] == limit) {
            first--;
        }
        return first;
    }

    private static double shape(Block.Heading heading) {
        int length = (Glyphs.width(Glyphs.solid(heading.text())) + 1) / 2;
        double label =
                BrokenHeadings.isVerticalLabel(heading)
                        ? -0.9
                        : length <= 4 ? -0.3 : length == 5 ? -0.15 : length < 8 ? -0.05 : 0.05;
        if (BrokenHeadings.isDash(Glyphs.first(heading.text()))) {
            label -= DASH;
        }
        if (ColumnTitles.isLikely(heading.text())) {
            label -= 0.35;
        }
        if (NumberedHeading.is(heading.text())) {
            label -= 1;
        }
        if (BrokenHeadings.isParted(heading.text())) {
            label += PARTED;
        }
        if (NoticeTitle.is(heading.text())) {
            label += 0.4;
        }
        return label + (heading.level() > 0 ? MARKED_UP : 0);
    }

    private static double total(double[][] gains, int[] match) {
        double total = 0;
        for (int h = 0; h < match.length; h++) {
            total += match[h] < 0 ? 0 : gains[h][match[h]];
        }
        return total;
    }

    /// Kickers told before the matching: `鄂尔多斯市直机关工委` over the headline (001:96), an office or
    /// place on a line of its own directly above a longer heading. They would otherwise outdo the
    /// headline, since the story repeats them word for word.
    static boolean isOffice(String text) {
        return !text.isEmpty()
                && ENDS_OFFICE.has(text.charAt(text.length() - 1))
                && OFFICE.matcher(text).matches();
    }

    static Map<Block.Heading, Block.Heading> kickers(List<Block> loose) {
        Map<Block.Heading, Block.Heading> kickerOf = new LinkedHashMap<>();
        List<Block> blocks = new ArrayList<>(loose);
        for (int at = 0; at + 1 < blocks.size(); at++) {
            if (blocks.get(at) instanceof Block.Heading kicker
                    && blocks.get(at + 1) instanceof Block.Heading headline
                    && kicker.level() == 0
                    && isOffice(kicker.text())) {
                kickerOf.put(headline, kicker);
            }
        }
        return kickerOf;
    }
}
