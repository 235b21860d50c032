/// How long to wait before something is tried again.
@NullMarked
package org.broadsheet.ingest.pause;

import org.jspecify.annotations.NullMarked;
