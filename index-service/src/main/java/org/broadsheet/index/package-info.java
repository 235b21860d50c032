/// Keeps the search index equal to the article events: reads the topic, writes Elasticsearch.
@NullMarked
package org.broadsheet.index;

import org.jspecify.annotations.NullMarked;
