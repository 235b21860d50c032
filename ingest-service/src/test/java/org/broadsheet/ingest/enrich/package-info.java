/// What is found in the words of an article, and how often it is right.
@NullMarked
package org.broadsheet.ingest.enrich;

import org.jspecify.annotations.NullMarked;
