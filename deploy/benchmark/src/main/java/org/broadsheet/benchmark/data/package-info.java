/// What is measured upon: pages and articles made of the seeds' own text.
@NullMarked
package org.broadsheet.benchmark.data;

import org.jspecify.annotations.NullMarked;
