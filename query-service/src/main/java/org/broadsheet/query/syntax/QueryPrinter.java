package org.broadsheet.query.syntax;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.query.syntax.QueryNode.All;
import org.broadsheet.query.syntax.QueryNode.Any;
import org.broadsheet.query.syntax.QueryNode.Days;
import org.broadsheet.query.syntax.QueryNode.Fuzzy;
import org.broadsheet.query.syntax.QueryNode.Leaf;
import org.broadsheet.query.syntax.QueryNode.Not;
import org.broadsheet.query.syntax.QueryNode.Pages;
import org.broadsheet.query.syntax.QueryNode.Pattern;
import org.broadsheet.query.syntax.QueryNode.Phrase;
import org.broadsheet.query.syntax.QueryNode.Word;
import org.broadsheet.query.wording.Language;

/// Writes a query in canonical form: read again, it is the same tree.
final class QueryPrinter {
    private final Language language;

    QueryPrinter(Language language) {
        this.language = language;
    }

    String print(QueryNode node) {
        return switch (node) {
            case All(List<QueryNode> parts) -> join(parts, " ");
            case Any(List<QueryNode> parts) -> join(parts, " OR ");
            case Not(QueryNode part) -> "-" + part(part);
            case Leaf leaf -> leaf(leaf);
        };
    }

    private String join(List<QueryNode> parts, String between) {
        return parts.stream().map(this::part).collect(Collectors.joining(between));
    }

    private String part(QueryNode node) {
        return switch (node) {
            case All _, Any _ -> "(" + print(node) + ")";
            case Not _, Leaf _ -> print(node);
        };
    }

    private String leaf(Leaf leaf) {
        return switch (leaf) {
            case Word(Field field, String text) -> in(field) + text;
            case Phrase(Field field, String text, int slop) ->
                    in(field) + '"' + text + '"' + (slop == 0 ? "" : "~" + slop);
            case Pattern(Field field, String pattern) -> in(field) + pattern;
            case Fuzzy(Field field, String text) -> in(field) + text + "~";
            case Days days -> in(Field.DATE) + days(days);
            case Pages(int first, int last) ->
                    in(Field.PAGE) + (first == last ? "" + first : first + ".." + last);
        };
    }

    private String in(Field field) {
        return field == Field.ANYWHERE ? "" : field.name(language) + ":";
    }

    private static String days(Days days) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        if (first == null || last == null) {
            return (first == null ? "" : first) + ".." + (last == null ? "" : last);
        }
        if (first.equals(last)) {
            return first.toString();
        }
        if (first.getDayOfYear() == 1 && last.equals(first.plusYears(1).minusDays(1))) {
            return first.toString().substring(0, 4);
        }
        if (first.getDayOfMonth() == 1 && last.equals(YearMonth.from(first).atEndOfMonth())) {
            return YearMonth.from(first).toString();
        }
        return first + ".." + last;
    }
}
