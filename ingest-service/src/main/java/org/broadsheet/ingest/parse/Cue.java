package org.broadsheet.ingest.parse;

import java.util.List;
import org.broadsheet.ingest.issue.Contributor;
import org.jspecify.annotations.Nullable;

/// What a whole line says it is, by a print convention. Most lines say nothing: they are `Plain`.
sealed interface Cue {
    /// A line that names the writers.
    ///
    /// @param marked whether a mark (□ ◎ ●) or a role word (本报记者) makes it certain
    record Byline(List<Contributor> people, boolean marked) implements Cue {
        public Byline {
            people = List.copyOf(people);
        }
    }

    /// A closing signature in brackets on a line of its own.
    ///
    /// @param credit as printed, without the brackets
    record Signature(List<Contributor> people, String credit) implements Cue {
        public Signature {
            people = List.copyOf(people);
        }
    }

    /// A line that only says where a piece or picture was taken from.
    record Source(String publication) implements Cue {}

    /// A line that only names the photographers.
    record PhotoCredit(List<String> photographers) implements Cue {
        public PhotoCredit {
            photographers = List.copyOf(photographers);
        }
    }

    /// A line that only says where a story comes from or goes on.
    record Jump(@Nullable Integer from, @Nullable Integer to) implements Cue {}

    /// A heading by markup.
    record Heading(int level, String text) implements Cue {}

    /// A line of the page itself, not of an article.
    record PageLine(String what) implements Cue {}

    /// Prose, a headline or a label: what it is depends on its neighbours.
    record Plain() implements Cue {}

    Plain PLAIN = new Plain();
}
