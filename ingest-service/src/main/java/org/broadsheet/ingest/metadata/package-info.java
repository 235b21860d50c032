/// Which newspaper, date and page a file is of: said by a sidecar, by front matter, by the file's
/// name or by what the page prints of itself.
@NullMarked
package org.broadsheet.ingest.metadata;

import org.jspecify.annotations.NullMarked;
