/// Compares what should be equal: the files on disk, the ledger, the articles, the topic, the
/// index.
@NullMarked
package org.broadsheet.ingest.reconcile;

import org.jspecify.annotations.NullMarked;
