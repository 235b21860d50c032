package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// A poem of the literary page: short lines without any punctuation, in stanzas, worded like speech
/// (`雪落在瓦上的声音` / `和落在竹叶上的声音` / `是不一样的`). A pile of headlines looks alike but for the words:
/// headlines leave out the particles that verse needs.
final class Verse {
    private static final int LONGEST = 18;
    private static final int FEWEST = 5;
    private static final CharSet PARTICLES = new CharSet("的了着是在和与从把被我你他她它们这那地們這");

    private Verse() {}

    /// The lines of poems.
    static BitSet find(List<Line> lines, List<Cue> cues) {
        BitSet verse = new BitSet();
        int from = 0;
        for (int at = 0; at <= lines.size(); at++) {
            if (at == lines.size() || !couldBe(lines.get(at), cues.get(at))) {
                mark(lines, from, at, verse);
                from = at + 1;
            }
        }
        return verse;
    }

    /// Marks a run of such lines but for single ones at its ends: a title, a name.
    private static void mark(List<Line> lines, int from, int to, BitSet verse) {
        int first = from;
        while (first + 1 < to && lines.get(first + 1).blankBefore()) {
            first++;
        }
        int last = to;
        while (last - 1 > first && lines.get(last - 1).blankBefore()) {
            last--;
        }
        if (last > first && isVerse(lines.subList(first, last))) {
            verse.set(first, last);
        }
    }

    /// The same lines, of which the last of each stanza ends what it says, as a full stop would.
    static List<Line> closed(List<Line> lines, BitSet verse) {
        if (verse.isEmpty()) {
            return lines;
        }
        List<Line> closed = new ArrayList<>(lines);
        for (int at = verse.nextSetBit(0); at >= 0; at = verse.nextSetBit(at + 1)) {
            if (!verse.get(at + 1) || lines.get(at + 1).blankBefore()) {
                closed.set(at, lines.get(at).ended());
            }
        }
        return closed;
    }

    private static boolean couldBe(Line line, Cue cue) {
        String text = line.text();
        return cue instanceof Cue.Plain
                && text.length() >= 2
                && text.length() <= LONGEST
                && Glyphs.hanCount(text) == text.length();
    }

    /// Several lines, at least one stanza of two, one line in three with a particle.
    private static boolean isVerse(List<Line> run) {
        if (run.size() < FEWEST) {
            return false;
        }
        long stanzas = run.stream().skip(1).filter(Line::blankBefore).count() + 1;
        long worded = run.stream().filter(line -> PARTICLES.isIn(line.text())).count();
        return stanzas * 2 <= run.size() && worded * 3 >= run.size();
    }
}
