/// Whether anything is traced.
@NullMarked
package org.broadsheet.ingest.trace;

import org.jspecify.annotations.NullMarked;
