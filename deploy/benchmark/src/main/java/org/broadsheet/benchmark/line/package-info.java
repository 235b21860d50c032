/// The servers and services that are measured, and who asks them.
@NullMarked
package org.broadsheet.benchmark.line;

import org.jspecify.annotations.NullMarked;
