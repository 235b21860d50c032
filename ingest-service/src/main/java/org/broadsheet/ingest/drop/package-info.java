/// The drop folder: finds complete issue files, reads them, and puts them away when done.
@NullMarked
package org.broadsheet.ingest.drop;

import org.jspecify.annotations.NullMarked;
