package org.broadsheet.ingest;

import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.issue.Rejection;

/// What became of a file of the ledger that was due.
///
/// @param isNew it was read for the first time
record Worked(RawFile raw, boolean isNew, Outcome outcome) {
    sealed interface Outcome {}

    record Kept(Saved saved, Receipt receipt) implements Outcome {}

    /// @param articles that were withdrawn, at the keeper's wish
    record Withdrawn(int articles) implements Outcome {}

    record Refused(Rejection why) implements Outcome {}
}
