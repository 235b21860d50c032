package org.broadsheet.index.index;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.broadsheet.index.index.IndexScan.Entry;
import org.jspecify.annotations.Nullable;

/// Whether a new index holds everything that the old one holds: each article, at the same revision
/// with the same content, or at a later one.
///
/// @param compared articles of the old index
/// @param lacking of these, how many the new one has not, or has older, or has otherwise
/// @param examples ids of some of them, each with what is wrong
public record IndexComparison(long compared, long lacking, List<String> examples) {
    static final IndexComparison NOTHING = new IndexComparison(0, 0, List.of());
    private static final int EXAMPLES_MAX = 5;

    public IndexComparison {
        examples = List.copyOf(examples);
    }

    static IndexComparison of(IndexScan old, IndexScan now) {
        try (old;
                now) {
            return of((Iterator<Entry>) old, now);
        }
    }

    /// Both in the order of the bytes of their ids.
    static IndexComparison of(Iterator<Entry> old, Iterator<Entry> now) {
        long compared = 0;
        long lacking = 0;
        List<String> examples = new ArrayList<>();
        Entry candidate = now.hasNext() ? now.next() : null;
        while (old.hasNext()) {
            Entry wanted = old.next();
            compared++;
            while (candidate != null && order(candidate.id(), wanted.id()) < 0) {
                candidate = now.hasNext() ? now.next() : null;
            }
            String fault = fault(wanted, candidate);
            if (!fault.isEmpty()) {
                lacking++;
                if (examples.size() < EXAMPLES_MAX) {
                    examples.add(wanted.id() + " " + fault);
                }
            }
        }
        return new IndexComparison(compared, lacking, examples);
    }

    private static String fault(Entry wanted, @Nullable Entry found) {
        if (found == null || !found.id().equals(wanted.id())) {
            // A withdrawn one may have been purged from the topic's copy of the world; it is not
            // found by searches either way.
            return wanted.withdrawn() ? "" : "missing";
        }
        if (found.revision() < wanted.revision()) {
            return "at revision " + found.revision() + ", was " + wanted.revision();
        }
        boolean same =
                found.contentHash().equals(wanted.contentHash())
                        && found.withdrawn() == wanted.withdrawn();
        return found.revision() > wanted.revision() || same ? "" : "with another content";
    }

    static int order(String one, String other) {
        return Arrays.compareUnsigned(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
