/// Pages, articles and the ledger of files in PostgreSQL. Every method joins the transaction that
/// Archive opened.
@NullMarked
package org.broadsheet.ingest.store;

import org.jspecify.annotations.NullMarked;
