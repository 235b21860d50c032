/// The archive behind the index, asked over HTTP: what ingest-service keeps of files and pages,
/// what index-service could not apply. Searching and reading need neither.
@NullMarked
package org.broadsheet.query.archive;

import org.jspecify.annotations.NullMarked;
