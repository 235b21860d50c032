/// Tests of the whole line, through the commands and addresses that a user has.
@NullMarked
package org.broadsheet.e2e;

import org.jspecify.annotations.NullMarked;
