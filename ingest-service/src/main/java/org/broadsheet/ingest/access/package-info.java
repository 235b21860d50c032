/// Who may write: keys, of which only hashes are kept.
@NullMarked
package org.broadsheet.ingest.access;

import org.jspecify.annotations.NullMarked;
