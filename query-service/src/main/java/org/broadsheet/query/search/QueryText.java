package org.broadsheet.query.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.query.search.QueryTerm.LongRun;
import org.broadsheet.query.search.QueryTerm.Phrase;
import org.broadsheet.query.search.QueryTerm.ShortRun;
import org.broadsheet.query.search.QueryTerm.Single;

/// What the reader typed, read as terms. Nothing typed is an error: a quotation mark without its
/// partner is a space, and what holds neither letter nor digit is left out.
///
/// The quotation marks of a Chinese keyboard ask for a phrase only where they enclose a whole word:
/// inside a pasted sentence (勇当“碳”路先锋) they belong to the sentence.
///
/// A text of more than 150 characters is a passage that was pasted in: its beginning is looked for
/// as one sentence. Every character becomes some thirty clauses, and Elasticsearch takes 8,192.
final class QueryText {
    private static final int UNITS_MAX = 150;
    private static final int SHORT_RUN_UNITS_MAX = 4;

    private static final Pattern TERM =
            Pattern.compile(
                    """
                    "(?<phrase>[^"]+)"
                    | (?<!\\S) “(?<curly>[^“”]+)” (?!\\S)
                    | (?<!\\S) 「(?<corner>[^「」]+)」 (?!\\S)
                    | (?<run>[^\\s"]+)
                    """,
                    Pattern.COMMENTS | Pattern.UNICODE_CHARACTER_CLASS);

    /// What the index's tokenizer makes one token of: each Chinese character, each Latin word or
    /// number with the points inside it.
    private static final Pattern UNIT =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}]|[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}]]"
                            + "[\\p{M}]*(?:[.,'’_:]?[\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}]]"
                            + "[\\p{M}]*)*");

    private QueryText() {}

    static List<QueryTerm> terms(String typed) {
        if (units(typed) > UNITS_MAX) {
            return List.of(new LongRun(beginning(typed)));
        }
        List<QueryTerm> terms = new ArrayList<>();
        Matcher matcher = TERM.matcher(typed);
        while (matcher.find()) {
            QueryTerm term = term(matcher);
            if (units(term.text()) > 0) {
                terms.add(term);
            }
        }
        return List.copyOf(terms);
    }

    private static String beginning(String passage) {
        return UNIT.matcher(passage)
                .results()
                .limit(UNITS_MAX)
                .reduce((_, last) -> last)
                .map(last -> passage.substring(0, last.end()))
                .orElseThrow();
    }

    private static QueryTerm term(Matcher matcher) {
        for (String group : List.of("phrase", "curly", "corner")) {
            String quoted = matcher.group(group);
            if (quoted != null) {
                return new Phrase(quoted.strip());
            }
        }
        String run = matcher.group();
        long units = units(run);
        if (units <= 1) {
            return new Single(run);
        }
        return units <= SHORT_RUN_UNITS_MAX ? new ShortRun(run) : new LongRun(run);
    }

    private static long units(String text) {
        return UNIT.matcher(text).results().count();
    }
}
