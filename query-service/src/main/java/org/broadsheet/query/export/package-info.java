/// A search taken along: every hit as a file, the newest as a feed. Knows searches and articles,
/// nothing of Elasticsearch.
@NullMarked
package org.broadsheet.query.export;

import org.jspecify.annotations.NullMarked;
