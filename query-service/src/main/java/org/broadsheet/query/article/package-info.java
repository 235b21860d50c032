/// One article as the index holds it, and the only door to the index.
@NullMarked
package org.broadsheet.query.article;

import org.jspecify.annotations.NullMarked;
