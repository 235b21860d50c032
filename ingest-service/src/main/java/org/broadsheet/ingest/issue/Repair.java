package org.broadsheet.ingest.issue;

/// A change from the raw text to what is shown. The raw lines stay in the page text, so every
/// repair can be checked against them.
///
/// @param what the sort of repair ("letter-spacing closed up", "shadow text undone", "vertical text
///   joined", "quote mended")
public record Repair(String what, LineSpan lines, String raw, String repaired) {}
