package org.broadsheet.index;

/// Tells a few bad documents from a mapping that is wrong for all of them. With the brake on,
/// nothing goes to the dead letters: the batch waits until someone has put the mapping right.
///
/// One refusal proves little: a mapping may break, or be mended, while a bulk is under way, and
/// then a part of its documents is refused for no fault of theirs. A document is therefore given up
/// only when it has been refused twice in a row with the brake off, by an index that takes others;
/// where nothing tells whether it does, after some more attempts, because what comes next may put
/// the brake on. What was refused once already tells nothing new about the mapping and does not
/// count when it is asked again.
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
