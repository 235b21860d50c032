/// What the service says to a reader, in the reader's language.
@NullMarked
package org.broadsheet.query.wording;

import org.jspecify.annotations.NullMarked;
