package org.broadsheet.ingest.parse;

import java.util.List;
import org.broadsheet.ingest.issue.LineSpan;

/// A run of lines of one kind, in file order. Every line of a page is in exactly one block.
sealed interface Block {
    List<Line> lines();

    default List<LineSpan> spans() {
        return lines().stream().map(Line::span).toList();
    }

    default Line firstLine() {
        return lines().getFirst();
    }

    default Line lastLine() {
        return lines().getLast();
    }

    /// Lines of running text that surely belong together: a paragraph or a part of one.
    ///
    /// @param opens whether it looks like the beginning of a printed paragraph
    /// @param text the lines joined
    record Prose(List<Line> lines, boolean opens, String text) implements Block {
        public Prose {
            lines = List.copyOf(lines);
        }

        static Prose of(List<Line> lines, boolean opens) {
            return new Prose(lines, opens, Joiner.join(lines));
        }

        /// Whether it stops in mid-sentence, so that something must follow.
        boolean isUnfinished() {
            return !lastLine().endsSentence();
        }
    }

    /// A line, or lines printed as one, that stand by themselves: headline, kicker, deck, subhead
    /// or column title. Which of them is decided over the whole page.
    ///
    /// @param level of a marked-up heading, 0 where only the setting shows it
    record Heading(List<Line> lines, String text, int level) implements Block {
        public Heading {
            lines = List.copyOf(lines);
        }

        /// Of the text alone: that of all lines takes long.
        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    /// A line that a print convention names.
    record Mark(Line line, Cue cue) implements Block {
        @Override
        public List<Line> lines() {
            return List.of(line);
        }
    }
}
