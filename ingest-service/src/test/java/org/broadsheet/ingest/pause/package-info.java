/// Tests of the waits after trouble.
@NullMarked
package org.broadsheet.ingest.pause;

import org.jspecify.annotations.NullMarked;
