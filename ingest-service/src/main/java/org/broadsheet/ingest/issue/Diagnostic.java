package org.broadsheet.ingest.issue;

/// Something odd about a page that a keeper may want to look at. Never an error: the page is parsed
/// all the same.
///
/// @param code stable name, LIKE_THIS
public record Diagnostic(String code, LineSpan lines, String message) {}
