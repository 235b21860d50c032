package org.broadsheet.query.syntax;

import java.util.List;
import java.util.Optional;
import org.broadsheet.query.wording.Language;
import org.jspecify.annotations.Nullable;

/// A query as it was understood.
///
/// @param root null where there is nothing to look for
/// @param isBlank nothing was typed: everything is asked for
/// @param notes what was not understood
public record ReadQuery(@Nullable QueryNode root, boolean isBlank, List<Note> notes) {
    public ReadQuery {
        notes = List.copyOf(notes);
    }

    /// Reads what a reader typed. Never fails.
    public static ReadQuery of(String typed) {
        return new Parser(typed).read();
    }

    public Optional<QueryNode> node() {
        return Optional.ofNullable(root);
    }

    /// The query in canonical form, with the names of fields in this language: read again it means
    /// the same.
    public String readAs(Language language) {
        return root == null ? "" : new QueryPrinter(language).print(root);
    }
}
