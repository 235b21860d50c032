/// The query language: what a reader typed goes in, what it means comes out, with a note for
/// everything that was not understood. `docs/query-language.md` is the grammar. Nothing typed is an
/// error. Knows nothing of the index.
@NullMarked
package org.broadsheet.query.syntax;

import org.jspecify.annotations.NullMarked;
