/// The events that ingest-service promises to the world, as JSON.
@NullMarked
package org.broadsheet.ingest.event;

import org.jspecify.annotations.NullMarked;
