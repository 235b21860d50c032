/// Hands events from PostgreSQL to Kafka, in order, each at least once.
@NullMarked
package org.broadsheet.ingest.outbox;

import org.jspecify.annotations.NullMarked;
