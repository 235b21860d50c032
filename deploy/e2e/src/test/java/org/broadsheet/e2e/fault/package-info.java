/// The fault harness: the real services on the real servers, with proxies between them that
/// disturb, processes that are killed and frozen, and an oracle that says what was lost.
@NullMarked
package org.broadsheet.e2e.fault;

import org.jspecify.annotations.NullMarked;
