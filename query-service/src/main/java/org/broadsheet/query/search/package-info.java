/// From the parameters of a search to its hits: what is asked, how it is put to Elasticsearch and
/// what is made of the answer.
@NullMarked
package org.broadsheet.query.search;

import org.jspecify.annotations.NullMarked;
