package org.broadsheet.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Intervals;
import co.elastic.clients.elasticsearch._types.query_dsl.IntervalsQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.query.syntax.Units;

/// Wildcards and near matches in running text. Chinese is not parted into words, so a `*` between
/// Chinese characters is a gap in the text, while in a Latin word it stands for letters.
final class PatternClauses {
    /// How many characters a `*` may stand for between Chinese characters: within a sentence.
    private static final int GAP_MAX = 10;

    private PatternClauses() {}

    static Query of(String pattern, TextFields fields) {
        if (Units.isRunning(pattern) || Units.count(pattern.replaceAll("[*?]", "a")) > 1) {
            return inText(fields, gapped(pattern));
        }
        return QueryClauses.any(
                fields.paths().stream().map(path -> wildcard(path, pattern)).toList());
    }

    /// The characters in this order, with others between them.
    static Query near(String text, int slop, TextFields fields) {
        return inText(fields, ordered(text, slop));
    }

    /// The run, or the run with one character more, one less, or another in the place of one.
    static Query fuzzy(String text, TextFields fields) {
        List<String> units = Units.of(text);
        if (units.size() == 1) {
            return QueryClauses.any(
                    fields.paths().stream().map(path -> nearWord(path, text)).toList());
        }
        if (units.size() == 2) {
            return TermClauses.of(QueryTerm.of(text), fields);
        }
        List<Intervals> alternatives = new ArrayList<>();
        alternatives.add(ordered(text, 1));
        for (int left = 0; left < units.size(); left++) {
            alternatives.add(
                    follows(
                            1,
                            String.join(" ", units.subList(0, left)),
                            String.join(" ", units.subList(left + 1, units.size()))));
        }
        return inText(fields, Intervals.of(i -> i.anyOf(any -> any.intervals(alternatives))));
    }

    /// What is marked of [#fuzzy]: of two characters never one that stands alone.
    static Query fuzzyMarks(String text, TextFields fields) {
        return Units.count(text) == 2
                ? TermClauses.marks(QueryTerm.of(text), fields)
                : fuzzy(text, fields);
    }

    /// Letters for `*` and `?`; nothing else in the pattern has a meaning.
    static Query wildcard(String path, String pattern) {
        String escaped = pattern.replace("\\", "\\\\");
        return Query.of(
                query ->
                        query.wildcard(
                                wildcard ->
                                        wildcard.field(path).value(escaped).caseInsensitive(true)));
    }

    private static Query nearWord(String path, String word) {
        return Query.of(
                query -> query.match(match -> match.field(path).query(word).fuzziness("AUTO")));
    }

    private static Intervals gapped(String pattern) {
        Intervals matched = null;
        int gap = 0;
        for (String piece : pattern.split("(?<=[*?])|(?=[*?])", -1)) {
            if (piece.equals("*")) {
                gap = GAP_MAX;
            } else if (piece.equals("?")) {
                gap = Math.min(GAP_MAX, gap + 1);
            } else if (Units.count(piece) > 0) {
                Intervals next = ordered(piece, 0);
                matched = matched == null ? next : follows(gap, matched, next);
                gap = 0;
            }
        }
        return matched == null ? ordered(pattern, 0) : matched;
    }

    private static Intervals follows(int gap, String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return ordered(first + second, 0);
        }
        return follows(gap, ordered(first, 0), ordered(second, 0));
    }

    private static Intervals follows(int gap, Intervals first, Intervals second) {
        return Intervals.of(
                i -> i.allOf(all -> all.ordered(true).maxGaps(gap).intervals(first, second)));
    }

    private static Intervals ordered(String text, int gap) {
        return Intervals.of(i -> i.match(m -> m.query(text).ordered(true).maxGaps(gap)));
    }

    private static Query inText(TextFields fields, Intervals intervals) {
        return QueryClauses.any(
                fields.paths().stream().map(path -> inField(path, intervals)).toList());
    }

    private static Query inField(String path, Intervals intervals) {
        IntervalsQuery.Builder builder = new IntervalsQuery.Builder().field(path);
        switch (intervals._kind()) {
            case Match -> builder.match(intervals.match());
            case AllOf -> builder.allOf(intervals.allOf());
            case AnyOf -> builder.anyOf(intervals.anyOf());
            default -> throw new IllegalStateException("not made here: " + intervals._kind());
        }
        return Query.of(query -> query.intervals(builder.build()));
    }
}
