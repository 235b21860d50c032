@NullMarked
package org.broadsheet.ingest.api;

import org.jspecify.annotations.NullMarked;
