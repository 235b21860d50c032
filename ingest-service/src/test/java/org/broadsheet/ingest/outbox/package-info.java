/// Tests of the way from the outbox to the topic.
@NullMarked
package org.broadsheet.ingest.outbox;

import org.jspecify.annotations.NullMarked;
