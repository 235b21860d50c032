/// Tests of the drop folder on a real file system.
@NullMarked
package org.broadsheet.ingest.drop;

import org.jspecify.annotations.NullMarked;
