/// How far the files of the ledger have come after they were stored: published, then indexed.
@NullMarked
package org.broadsheet.ingest.progress;

import org.jspecify.annotations.NullMarked;
