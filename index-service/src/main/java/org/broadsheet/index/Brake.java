package org.broadsheet.index;

/// Tells a few bad documents from a mapping that is wrong for all of them. With the brake on,
/// nothing goes to the dead letters: the batch waits until someone has put the mapping right.
record Brake(int refusedMin, double share) {
    Brake {
        if (refusedMin < 1 || share < 0 || share > 1) {
            throw new IllegalArgumentException("brake at " + refusedMin + " and " + share);
        }
    }

    boolean holds(long refused, int batchSize) {
        return refused >= refusedMin && refused > share * batchSize;
    }
}
