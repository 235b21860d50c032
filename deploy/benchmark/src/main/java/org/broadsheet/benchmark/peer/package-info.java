/// What others would write to bring articles from a topic into an index.
@NullMarked
package org.broadsheet.benchmark.peer;

import org.jspecify.annotations.NullMarked;
