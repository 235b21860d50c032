/// The index as this service promises it: its documents, its bulk writes, its life.
@NullMarked
package org.broadsheet.index.index;

import org.jspecify.annotations.NullMarked;
