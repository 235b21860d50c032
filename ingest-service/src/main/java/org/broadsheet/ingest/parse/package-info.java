/// Rebuilds articles from the scrambled text of a page: lines to blocks to articles. Pure: no log,
/// clock, file or locale.
@NullMarked
package org.broadsheet.ingest.parse;

import org.jspecify.annotations.NullMarked;
