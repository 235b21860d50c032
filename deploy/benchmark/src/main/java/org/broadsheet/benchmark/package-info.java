/// Benchmarks. Each figure is a ratio to something measured in the same run, so that it means the
/// same on another machine.
@NullMarked
package org.broadsheet.benchmark;

import org.jspecify.annotations.NullMarked;
