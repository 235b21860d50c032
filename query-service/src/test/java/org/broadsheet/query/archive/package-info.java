/// Tests of our readings of the other services' answers.
@NullMarked
package org.broadsheet.query.archive;

import org.jspecify.annotations.NullMarked;
