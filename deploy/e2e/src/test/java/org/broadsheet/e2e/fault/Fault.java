package org.broadsheet.e2e.fault;

import java.util.random.RandomGenerator;

/// One row of the fault matrix.
///
/// @param number of the row
/// @param isShort whether it belongs to the short run that every build makes
record Fault(int number, String name, boolean isShort, Strike strike) {

    /// Does the harm, undoes what does not undo itself, and checks what must hold meanwhile. What
    /// must hold afterwards is the oracle's.
    @FunctionalInterface
    interface Strike {
        /// @return what happened, for the report
        String on(Line line, RandomGenerator random) throws Exception;
    }
}
