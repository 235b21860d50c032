/// What a newspaper page holds, in the trade's words: plain values, no behaviour of any service.
@NullMarked
package org.broadsheet.ingest.issue;

import org.jspecify.annotations.NullMarked;
