/// Takes issue files from the drop folder to the topic: claim, read, parse, save, publish.
@NullMarked
package org.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;
