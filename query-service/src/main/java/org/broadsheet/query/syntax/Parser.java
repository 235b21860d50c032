package org.broadsheet.query.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.broadsheet.query.syntax.Note.Reason;
import org.broadsheet.query.syntax.QueryNode.All;
import org.broadsheet.query.syntax.QueryNode.Any;
import org.broadsheet.query.syntax.QueryNode.Not;
import org.broadsheet.query.syntax.QueryNode.Word;
import org.jspecify.annotations.Nullable;

/// Tokens in, tree out; by recursive descent, one method for each rule of the grammar. A rule
/// answers null where there is nothing to look for.
final class Parser {
    private static final int DEPTH_MAX = 20;

    private final String typed;
    private final List<Note> notes = new ArrayList<>();
    private final Leaves leaves = new Leaves(notes);
    private final Deque<Token> tokens;
    private int depth;

    Parser(String typed) {
        this.typed = typed;
        this.tokens = new ArrayDeque<>(new Lexer(typed, notes).tokens());
    }

    ReadQuery read() {
        if (typed.isBlank()) {
            return new ReadQuery(null, true, List.of());
        }
        QueryNode root = isPassage() ? passage() : query();
        if (root == null && isOneSign()) {
            root = leaves.word(Field.ANYWHERE, typed.strip());
            notes.clear();
        }
        if (root == null) {
            notes.add(new Note(typed.strip(), Reason.NOTHING_TO_LOOK_FOR));
        }
        return new ReadQuery(root, false, notes);
    }

    /// Longer than a sentence and without any sign: a passage that was pasted in. Its beginning is
    /// looked for as one sentence.
    private boolean isPassage() {
        return Units.count(typed) > Leaves.UNITS_MAX
                && tokens.stream().allMatch(Token.Text.class::isInstance);
    }

    private Word passage() {
        notes.add(new Note(typed.strip(), Reason.TOO_LONG));
        return new Word(Field.ANYWHERE, Units.beginning(typed, Leaves.UNITS_MAX));
    }

    /// `OR`, alone, is a word.
    private boolean isOneSign() {
        return typed.strip().matches("(?U)\\p{L}+");
    }

    private @Nullable QueryNode query() {
        List<QueryNode> parts = new ArrayList<>();
        add(parts, either(Field.ANYWHERE));
        while (!tokens.isEmpty()) {
            note(tokens.remove(), Reason.STRAY_BRACKET);
            add(parts, either(Field.ANYWHERE));
        }
        return all(parts);
    }

    /// `and { OR and }`
    private @Nullable QueryNode either(Field field) {
        List<QueryNode> parts = new ArrayList<>();
        add(parts, both(field));
        while (tokens.peek() instanceof Token.Or) {
            Token or = tokens.remove();
            QueryNode next = both(field);
            if (parts.isEmpty() || next == null) {
                note(or, Reason.STRAY_OPERATOR);
            }
            add(parts, next);
        }
        return any(parts);
    }

    /// `not { [AND] not }`
    private @Nullable QueryNode both(Field field) {
        List<QueryNode> parts = new ArrayList<>();
        while (true) {
            switch (tokens.peek()) {
                case null -> {
                    return all(parts);
                }
                case Token.Or _, Token.Close _ -> {
                    return all(parts);
                }
                case Token.And and -> {
                    tokens.remove();
                    if (parts.isEmpty() || !startsPart(tokens.peek())) {
                        note(and, Reason.STRAY_OPERATOR);
                    }
                }
                case Token.Open _, Token.Not _, Token.Name _, Token.Text _, Token.Quoted _ ->
                        add(parts, not(field));
            }
        }
    }

    private static boolean startsPart(@Nullable Token token) {
        return switch (token) {
            case null -> false;
            case Token.Or _, Token.And _, Token.Close _ -> false;
            case Token.Open _, Token.Not _, Token.Name _, Token.Text _, Token.Quoted _ -> true;
        };
    }

    /// `[NOT] value`; twice is not at all.
    private @Nullable QueryNode not(Field field) {
        boolean negated = false;
        Token last = null;
        while (tokens.peek() instanceof Token.Not) {
            last = tokens.remove();
            negated = !negated;
        }
        if (last != null && !startsPart(tokens.peek())) {
            note(last, Reason.STRAY_OPERATOR);
            return null;
        }
        QueryNode part = value(field);
        if (part == null || !negated) {
            return part;
        }
        return part instanceof Not(QueryNode inner) ? inner : new Not(part);
    }

    /// `( or ) | field value | phrase | run`
    private @Nullable QueryNode value(Field field) {
        Token token = tokens.remove();
        return switch (token) {
            case Token.Open open -> group(open, field);
            case Token.Name name -> named(name);
            case Token.Text(String source) -> leaves.run(field, source);
            case Token.Quoted quoted -> leaves.quoted(field, quoted);
            case Token.Or _, Token.And _, Token.Not _, Token.Close _ ->
                    throw new IllegalStateException("no value starts with " + token);
        };
    }

    private @Nullable QueryNode group(Token.Open open, Field field) {
        if (depth == DEPTH_MAX) {
            note(open, Reason.DEEP_BRACKET);
            return null;
        }
        depth++;
        QueryNode inner = either(field);
        depth--;
        if (tokens.peek() instanceof Token.Close) {
            tokens.remove();
        } else {
            note(open, Reason.UNCLOSED_BRACKET);
        }
        if (inner == null) {
            note(open, Reason.STRAY_BRACKET);
        }
        return inner;
    }

    private @Nullable QueryNode named(Token.Name name) {
        return switch (tokens.peek()) {
            case Token.Text _, Token.Quoted _, Token.Open _ -> value(name.field());
            case null -> withoutValue(name);
            case Token.Or _, Token.And _, Token.Not _, Token.Close _, Token.Name _ ->
                    withoutValue(name);
        };
    }

    private @Nullable QueryNode withoutValue(Token.Name name) {
        note(name, Reason.FIELD_WITHOUT_VALUE);
        return leaves.word(Field.ANYWHERE, name.source());
    }

    private void note(Token token, Reason reason) {
        notes.add(new Note(token.source(), reason));
    }

    private static void add(List<QueryNode> parts, @Nullable QueryNode part) {
        if (part != null) {
            parts.add(part);
        }
    }

    private static @Nullable QueryNode all(List<QueryNode> parts) {
        List<QueryNode> flat = new ArrayList<>();
        for (QueryNode part : parts) {
            if (part instanceof All(List<QueryNode> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() > 1 ? new All(flat) : flat.isEmpty() ? null : flat.getFirst();
    }

    private static @Nullable QueryNode any(List<QueryNode> parts) {
        List<QueryNode> flat = new ArrayList<>();
        for (QueryNode part : parts) {
            if (part instanceof Any(List<QueryNode> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() > 1 ? new Any(flat) : flat.isEmpty() ? null : flat.getFirst();
    }
}
