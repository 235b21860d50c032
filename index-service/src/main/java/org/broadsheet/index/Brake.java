package org.broadsheet.index;

/// Tells a few bad documents from a mapping that is wrong for all of them. With the brake on,
/// nothing goes to the dead letters: the batch waits until someone has put the mapping right. It
/// stays on until a document gets through: a round of few says nothing against what one of many has
/// shown.
///
/// One refusal proves little: a mapping may break, or be mended, while a bulk is under way, and
/// then a part of its documents is refused for no fault of theirs. A document is therefore given up
/// only when it has been refused twice in a row with the brake off, by an index that takes others.
/// Where nothing tells whether it does, it is asked more often, because what comes next may put the
/// brake on. What was refused once already tells nothing new about the mapping and does not count
/// when it is asked again.
///
/// For one thread.
final class Brake {
    private static final int REFUSALS_MAX = 2;
    private static final int REFUSALS_ALONE_MAX = 6;

    private final int refusedMin;
    private final double share;
    private boolean on;
    private boolean takesOthers;

    /// @param refusedMin so many refusals at least put it on
    /// @param share of the documents asked about that must be refused besides, 0 to 1
    Brake(int refusedMin, double share) {
        if (refusedMin < 1 || share < 0 || share > 1) {
            throw new IllegalArgumentException("brake at " + refusedMin + " and " + share);
        }
        this.refusedMin = refusedMin;
        this.share = share;
    }

    /// What the index said to a round.
    ///
    /// @param asked documents that it had not refused before
    /// @param refused of these
    /// @param taken of all
    void tell(int asked, int refused, int taken) {
        on = (refused >= refusedMin && refused > share * asked) || (on && taken == 0);
        if (taken > 0 || refused > 0) {
            takesOthers = taken > 0;
        }
    }

    boolean isOn() {
        return on;
    }

    /// How often a document must be refused in a row before it is given up.
    int refusalsMax() {
        return takesOthers ? REFUSALS_MAX : REFUSALS_ALONE_MAX;
    }

    /// Nothing is in hand any more that it was put on for.
    void letGo() {
        on = false;
    }
}
