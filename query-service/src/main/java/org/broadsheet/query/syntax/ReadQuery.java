package org.broadsheet.query.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.query.syntax.QueryNode.All;
import org.broadsheet.query.syntax.QueryNode.Any;
import org.broadsheet.query.syntax.QueryNode.Leaf;
import org.broadsheet.query.syntax.QueryNode.Not;
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

    /// The leaves that are asked for: all but those under a NOT.
    public Stream<Leaf> wanted() {
        return node().stream().flatMap(ReadQuery::wanted);
    }

    private static Stream<Leaf> wanted(QueryNode node) {
        return switch (node) {
            case All(List<QueryNode> parts) -> parts.stream().flatMap(ReadQuery::wanted);
            case Any(List<QueryNode> parts) -> parts.stream().flatMap(ReadQuery::wanted);
            case Not _ -> Stream.empty();
            case Leaf leaf -> Stream.of(leaf);
        };
    }

    /// The same query with another leaf in the place of one.
    public ReadQuery replacing(Leaf leaf, Leaf other) {
        return new ReadQuery(root == null ? null : replaced(root, leaf, other), isBlank, List.of());
    }

    private static QueryNode replaced(QueryNode node, Leaf leaf, Leaf other) {
        return switch (node) {
            case All(List<QueryNode> parts) ->
                    new All(parts.stream().map(part -> replaced(part, leaf, other)).toList());
            case Any(List<QueryNode> parts) ->
                    new Any(parts.stream().map(part -> replaced(part, leaf, other)).toList());
            case Not(QueryNode part) -> new Not(replaced(part, leaf, other));
            case Leaf same when same.equals(leaf) -> other;
            case Leaf different -> different;
        };
    }
}
