/// The whole archive in one file and back: everything else can be made from it.
@NullMarked
package org.broadsheet.ingest.backup;

import org.jspecify.annotations.NullMarked;
