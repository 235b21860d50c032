@NullMarked
package org.broadsheet.ingest.schema;

import org.jspecify.annotations.NullMarked;
