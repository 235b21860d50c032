/// Tests of the words of the domain.
@NullMarked
package org.broadsheet.ingest.issue;

import org.jspecify.annotations.NullMarked;
