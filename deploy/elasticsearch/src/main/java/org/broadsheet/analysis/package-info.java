/// How text becomes terms, for the index and for queries. Nothing here may fail on any text: a
/// document that cannot be analysed could not be found, and a query would be an error.
@NullMarked
package org.broadsheet.analysis;

import org.jspecify.annotations.NullMarked;
