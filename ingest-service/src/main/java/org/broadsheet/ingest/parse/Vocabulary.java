package org.broadsheet.ingest.parse;

import java.util.IdentityHashMap;
import java.util.List;

/// The pairs of neighbouring characters of a page's running text and how telling each is: one that
/// occurs in few of its pieces tells more than one that occurs in all (inverse document frequency).
/// Of text in Latin letters whole words stand for pairs, short ones left out: they tell nothing.
/// Answers how alike two texts are and how much of a heading a text repeats. Letters, digits and
/// Chinese characters count; spaces are passed over and punctuation parts. A text goes in as the
/// numbers of its pairs, see `pairs`. Lives only while one page is parsed.
final class Vocabulary {
    private static final int UNKNOWN = -1;
    private static final int LATIN_END = 0x250;
    private static final int SHORTEST_WORD = 4;
    private static final int STEM = 5;

    /// Two counts share a number: the first text's in the lower half, the other's in the upper one.
    private static final int OTHER_BITS = 16;

    private static final int OTHER = 1 << OTHER_BITS;

    /// Logarithms of the small numbers, which nearly all counts are.
    private static final double[] LOG = new double[64];

    static {
        for (int count = 0; count < LOG.length; count++) {
            LOG[count] = Math.log(count);
        }
    }

    /// An open hash table: the slot of a pair's key holds its number plus one.
    private final int[] slots;

    private final int[] keys;
    private int size;
    private final IdentityHashMap<Block, int[]> pairsOfBlocks = new IdentityHashMap<>();
    private final double[] weights;
    private final double unknownWeight;

    /// How often each pair occurs in the text that is looked at, or in two; all 0 in between.
    private final int[] counts;

    Vocabulary(List<Block.Prose> pieces) {
        int most = 0;
        int longest = 0;
        for (Block.Prose prose : pieces) {
            most += prose.text().length();
            longest = Math.max(longest, prose.text().length());
        }
        this.keys = new int[most];
        this.slots = new int[2 * Integer.highestOneBit(2 * most + 1)];
        int[] frequency = new int[most];
        int[] lastPiece = new int[most];
        int[] found = new int[longest];
        int piece = 0;
        for (Block.Prose prose : pieces) {
            int[] pairs = new int[keysOf(prose.text(), found)];
            pairsOfBlocks.put(prose, pairs);
            piece++;
            for (int i = 0; i < pairs.length; i++) {
                int pair = numberOrNew(found[i]);
                pairs[i] = pair;
                if (lastPiece[pair] != piece) {
                    lastPiece[pair] = piece;
                    frequency[pair]++;
                }
            }
        }
        this.weights = new double[size];
        double[] weightOf = new double[pieces.size() + 1];
        for (int count = 0; count < weightOf.length; count++) {
            weightOf[count] = Math.log((pieces.size() + 1.0) / (count + 0.5));
        }
        for (int i = 0; i < size; i++) {
            weights[i] = weightOf[frequency[i]];
        }
        this.unknownWeight = weightOf[0];
        this.counts = new int[size];
    }

    /// The numbers of the pairs of a block, as `pairs` gives them.
    int[] pairsOf(Block block) {
        int[] known = pairsOfBlocks.get(block);
        if (known != null) {
            return known;
        }
        int[] pairs =
                pairs(
                        switch (block) {
                            case Block.Prose prose -> prose.text();
                            case Block.Heading heading -> heading.text();
                            case Block.Mark mark -> mark.line().text();
                        });
        pairsOfBlocks.put(block, pairs);
        return pairs;
    }

    /// The pairs of some blocks from a given one on.
    ///
    /// @param step 1 forwards, -1 backwards, nearest first
    /// @param enough how many pairs are needed; the blocks are gone through until there are so many
    int[] pairsOf(List<? extends Block> blocks, int from, int step, int enough) {
        int size = 0;
        for (int at = from; at >= 0 && at < blocks.size() && size < enough; at += step) {
            size += pairsOf(blocks.get(at)).length;
        }
        int[] all = new int[Math.min(size, enough)];
        int filled = 0;
        for (int at = from; filled < all.length; at += step) {
            int[] pairs = pairsOf(blocks.get(at));
            int take = Math.min(pairs.length, all.length - filled);
            System.arraycopy(pairs, step > 0 ? 0 : pairs.length - take, all, filled, take);
            filled += take;
        }
        return all;
    }

    /// The numbers of a text's pairs, in the order they occur in; -1 for one the page does not
    /// have.
    int[] pairs(String text) {
        int[] found = new int[text.length()];
        int[] pairs = new int[keysOf(text, found)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = number(found[i]);
        }
        return pairs;
    }

    private int number(int key) {
        return slots[slotOf(key)] - 1;
    }

    private int numberOrNew(int key) {
        int slot = slotOf(key);
        if (slots[slot] == 0) {
            keys[size++] = key;
            slots[slot] = size;
        }
        return slots[slot] - 1;
    }

    /// Where the key is, or the free slot where it would be.
    private int slotOf(int key) {
        int slot = ((key * 0x9E3779B9) >>> 7) & (slots.length - 1);
        while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    /// Cosine of two texts of less than 2^15 pairs, each pair weighted by how telling it is: 0
    /// nothing shared, 1 equal.
    double likeness(int[] one, int[] other) {
        return likeness(one, one.length, other, other.length);
    }

    /// The same of the first so many pairs of each.
    double likeness(int[] one, int ones, int[] other, int others) {
        count(one, ones, 1);
        count(other, others, OTHER);
        double dot = 0;
        double squares = 0;
        double otherSquares = 0;
        for (int at = 0; at < ones; at++) {
            int pair = one[at];
            int count = pair == UNKNOWN ? 0 : counts[pair];
            if (count != 0) {
                double weight = weights[pair];
                double inOne = damped(count & (OTHER - 1)) * weight;
                squares += inOne * inOne;
                if (count >= OTHER) {
                    double inOther = damped(count >>> OTHER_BITS) * weight;
                    otherSquares += inOther * inOther;
                    dot += inOne * inOther;
                }
                counts[pair] = 0;
            }
        }
        for (int at = 0; at < others; at++) {
            int pair = other[at];
            int count = pair == UNKNOWN ? 0 : counts[pair];
            if (count != 0) {
                double inOther = damped(count >>> OTHER_BITS) * weights[pair];
                otherSquares += inOther * inOther;
                counts[pair] = 0;
            }
        }
        return dot == 0 ? 0 : dot / Math.sqrt(squares * otherSquares);
    }

    /// How much of the heading the text repeats, from 0 to 1, a little more where it does so often.
    double coverage(int[] heading, int[] text) {
        return coverages(List.of(heading), text)[0];
    }

    /// The coverage of each of several headings by one text, which is read once for all of them.
    double[] coverages(List<int[]> headings, int[] text) {
        count(text, text.length, 1);
        double[] coverages = new double[headings.size()];
        for (int at = 0; at < coverages.length; at++) {
            coverages[at] = coverage(headings.get(at));
        }
        for (int pair : text) {
            if (pair != UNKNOWN) {
                counts[pair] = 0;
            }
        }
        return coverages;
    }

    private double coverage(int[] heading) {
        double all = 0;
        double found = 0;
        double often = 0;
        for (int pair : heading) {
            double weight = pair == UNKNOWN ? unknownWeight : weights[pair];
            int count = pair == UNKNOWN ? 0 : counts[pair];
            all += weight;
            found += count > 0 ? weight : 0;
            often += weight * log(1 + count);
        }
        return all == 0 ? 0 : (found + 0.15 * often) / all;
    }

    private void count(int[] pairs, int size, int each) {
        for (int at = 0; at < size; at++) {
            if (pairs[at] != UNKNOWN) {
                counts[pairs[at]] += each;
            }
        }
    }

    private static double damped(int count) {
        return 1 + log(count);
    }

    private static double log(int count) {
        return count < LOG.length ? LOG[count] : Math.log(count);
    }

    /// Writes the keys of a text's pairs into an array of its length at least; comes out: how many.
    private static int keysOf(String text, int[] keys) {
        int size = 0;
        char previous = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < LATIN_END && Character.isLetter(c)) {
                int end = endOfWord(text, i);
                if (end - i >= SHORTEST_WORD) {
                    keys[size++] = keyOfWord(text, i, end);
                }
                if (end - i >= SHORTEST_WORD || Character.isLowerCase(text.charAt(end - 1))) {
                    previous = 0;
                    i = end - 1;
                    continue;
                }
            }
            if (Glyphs.isWord(c)) {
                char letter = Glyphs.isHan(c) ? c : Character.toLowerCase(c);
                if (previous != 0) {
                    keys[size++] = (previous << 16) | letter;
                }
                previous = letter;
            } else if (!Glyphs.isSpace(c)) {
                previous = 0;
            }
        }
        return size;
    }

    private static int endOfWord(String text, int from) {
        int end = from;
        while (end < text.length()
                && text.charAt(end) < LATIN_END
                && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /// Words that begin alike are the same word in another form: `ferry`, `ferries`.
    private static int keyOfWord(String text, int from, int end) {
        int key = 0;
        for (int i = from; i < Math.min(end, from + STEM); i++) {
            key = 31 * key + Character.toLowerCase(text.charAt(i));
        }
        return key;
    }
}
