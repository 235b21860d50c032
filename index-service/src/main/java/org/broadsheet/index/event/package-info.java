/// The article events as this service reads them, and the topics that they come from and go to.
@NullMarked
package org.broadsheet.index.event;

import org.jspecify.annotations.NullMarked;
