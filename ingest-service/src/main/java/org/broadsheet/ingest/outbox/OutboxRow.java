package org.broadsheet.ingest.outbox;

/// An event that is not yet on the topic.
///
/// @param key of the record: the article's id
/// @param payload value of the record: the event as JSON
record OutboxRow(long id, String key, String payload) {}
