/// The configuration reference, made from the services' sources.
@NullMarked
package org.broadsheet.e2e.reference;

import org.jspecify.annotations.NullMarked;
