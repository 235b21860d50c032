package org.broadsheet.ingest.outbox;

import org.jspecify.annotations.Nullable;

/// An event that is not yet on the topic.
///
/// @param key of the record: the article's id
/// @param payload value of the record: the event as JSON
/// @param traceparent where it stands in the trace of its file, as W3C Trace Context writes it;
///   null if that is not traced
record OutboxRow(long id, String key, String payload, @Nullable String traceparent) {}
