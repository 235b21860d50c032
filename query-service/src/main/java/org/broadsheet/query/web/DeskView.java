package org.broadsheet.query.web;

/// The desk at a glance.
///
/// @param ledger the files that came last
/// @param keyed whether there is a key to change something with
record DeskView(Figures figures, LedgerView ledger, boolean keyed, Visit visit) {}
