/// How well the parser does: the scorer, the annotated seeds and practice pages with exact truth.
@NullMarked
package org.broadsheet.ingest.parse.quality;

import org.jspecify.annotations.NullMarked;
