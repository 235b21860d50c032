package org.broadsheet.ingest.store;

/// An article as it is to be stored.
///
/// @param number last part of its id
/// @param position place on the page now, from 1
/// @param content the article as JSON
/// @param text all its words
public record ArticleRow(
        String id,
        int number,
        int position,
        long revision,
        String contentHash,
        String content,
        String text) {}
