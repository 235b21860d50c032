/// Tests of the service as a whole: wiring, and the real servers.
@NullMarked
package org.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;
