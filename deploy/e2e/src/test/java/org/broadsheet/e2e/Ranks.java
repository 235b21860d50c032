package org.broadsheet.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The ranks at which the right hit came, over many searches. What is not among the first ten
/// counts as not found.
final class Ranks {
    static final int DEPTH = 10;

    private final List<Integer> ranks = new ArrayList<>();

    /// @param rank from 1; 0 or more than [#DEPTH] for not found
    void add(int rank) {
        ranks.add(rank > DEPTH ? 0 : rank);
    }

    /// Mean reciprocal rank: 1 when the right hit always leads.
    double reciprocal() {
        return ranks.stream().mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank).sum() / ranks.size();
    }

    /// Share of the searches whose right hit is among the first ten.
    double found() {
        return (double) ranks.stream().filter(rank -> rank > 0).count() / ranks.size();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "MRR@10 %.4f   hit@10 %.4f   (%d searches)",
                reciprocal(),
                found(),
                ranks.size());
    }
}
