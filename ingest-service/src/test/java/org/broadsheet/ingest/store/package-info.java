/// Tests of what is stored, without a database.
@NullMarked
package org.broadsheet.ingest.store;

import org.jspecify.annotations.NullMarked;
