/// Files that come over HTTP: their limits, their names, and how they get into the ledger.
@NullMarked
package org.broadsheet.ingest.upload;

import org.jspecify.annotations.NullMarked;
