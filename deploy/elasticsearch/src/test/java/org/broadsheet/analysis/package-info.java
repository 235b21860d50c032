@NullMarked
package org.broadsheet.analysis;

import org.jspecify.annotations.NullMarked;
