/// Brings the database to the schema that this version needs.
@NullMarked
package org.broadsheet.ingest.schema;

import org.jspecify.annotations.NullMarked;
