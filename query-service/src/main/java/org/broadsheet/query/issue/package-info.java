/// Newspapers, their issues and pages, as one leafs through them.
@NullMarked
package org.broadsheet.query.issue;

import org.jspecify.annotations.NullMarked;
