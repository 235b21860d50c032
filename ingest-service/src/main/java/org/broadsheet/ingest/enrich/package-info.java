/// What is found in the words of an article: who and what it is about, and which other printings
/// are the same. Names are for facets, so precision comes before recall: what is left out here is
/// still found by a search of the text.
@NullMarked
package org.broadsheet.ingest.enrich;

import org.jspecify.annotations.NullMarked;
