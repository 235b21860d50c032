package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/// Cuts a page into blocks: marks, headings, and pieces of running text. Running text is cut at
/// blank lines and wherever a paragraph begins inside a block; whether a piece goes on where the
/// last one stopped is left to the paragraph step, which knows the reading order.
final class Fragments {
    private final List<Line> lines;
    private final List<Cue> cues;
    private final LineRoles.Reading reading;

    Fragments(List<Line> lines, List<Cue> cues, LineRoles.Reading reading) {
        this.lines = lines;
        this.cues = cues;
        this.reading = reading;
    }

    List<Block> cut() {
        List<Block> blocks = new ArrayList<>();
        List<Line> text = new ArrayList<>();
        boolean opens = true;
        for (int at = 0; at < lines.size(); at++) {
            Line line = lines.get(at);
            boolean prose = isProse(at);
            boolean begins = reading.firsts().get(at);
            if (!text.isEmpty() && (!prose || begins || line.blankBefore())) {
                blocks.add(Block.Prose.of(text, opens));
                text = new ArrayList<>();
            }
            if (prose) {
                opens = text.isEmpty() ? begins || at == 0 : opens;
                text.add(line);
            } else {
                blocks.add(display(at));
            }
        }
        if (!text.isEmpty()) {
            blocks.add(Block.Prose.of(text, opens));
        }
        return blocks;
    }

    private boolean isProse(int at) {
        return cues.get(at) instanceof Cue.Plain && !reading.headings().get(at);
    }

    private Block display(int at) {
        Line line = lines.get(at);
        if (cues.get(at) instanceof Cue.Heading(int level, String heading)) {
            return new Block.Heading(List.of(line), heading, level);
        }
        return reading.headings().get(at)
                ? new Block.Heading(List.of(line), line.text(), 0)
                : new Block.Mark(line, cues.get(at));
    }
}
