/// Tests of the event contract.
@NullMarked
package org.broadsheet.ingest.event;

import org.jspecify.annotations.NullMarked;
