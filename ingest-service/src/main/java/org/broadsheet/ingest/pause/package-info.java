/// Loops that run as long as the service, and how long they wait before something is tried again.
@NullMarked
package org.broadsheet.ingest.pause;

import org.jspecify.annotations.NullMarked;
