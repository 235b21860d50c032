/// What ingest-service tells over HTTP.
@NullMarked
package org.broadsheet.ingest.api;

import org.jspecify.annotations.NullMarked;
