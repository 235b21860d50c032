/// Figures of alternated rounds, and the page that shows them.
@NullMarked
package org.broadsheet.benchmark.result;

import org.jspecify.annotations.NullMarked;
