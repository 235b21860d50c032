/// What a person runs at a terminal.
@NullMarked
package org.broadsheet.ingest.cli;

import org.jspecify.annotations.NullMarked;
