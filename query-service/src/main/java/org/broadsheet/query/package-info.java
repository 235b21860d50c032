/// What the whole service shares: the shape of an error, health and the status answer.
@NullMarked
package org.broadsheet.query;

import org.jspecify.annotations.NullMarked;
