package org.broadsheet.ingest.store;

/// An article as the archive holds it, as much as is needed to know it again.
///
/// @param text all its words
public record KnownArticle(
        String id, int number, boolean isWithdrawn, String contentHash, String text) {}
