/// The pages a reader sees. Knows searches and articles, nothing of Elasticsearch.
@NullMarked
package org.broadsheet.query.web;

import org.jspecify.annotations.NullMarked;
