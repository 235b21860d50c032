/// Tests of where metadata comes from.
@NullMarked
package org.broadsheet.ingest.metadata;

import org.jspecify.annotations.NullMarked;
