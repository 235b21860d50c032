package org.broadsheet.ingest.store;

/// The identity and the counters of a stored page.
///
/// @param revision of the last change; 0 for a page never stored
/// @param articlesEver how many article numbers were ever given out on it
public record PageRow(String id, String fileName, int ordinal, long revision, int articlesEver) {}
