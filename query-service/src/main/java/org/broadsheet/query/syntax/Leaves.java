package org.broadsheet.query.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.query.syntax.Note.Reason;
import org.broadsheet.query.syntax.QueryNode.Fuzzy;
import org.broadsheet.query.syntax.QueryNode.Leaf;
import org.broadsheet.query.syntax.QueryNode.Pages;
import org.broadsheet.query.syntax.QueryNode.Phrase;
import org.broadsheet.query.syntax.QueryNode.Word;
import org.jspecify.annotations.Nullable;

/// Makes the leaves of one query, within what a query may hold: every character becomes some thirty
/// clauses, a wildcard or a fuzzy word many more, and Elasticsearch takes 8,192.
final class Leaves {
    /// Units of all leaves together.
    static final int UNITS_MAX = 150;

    private static final int MARKED_MAX = 5;
    private static final int FUZZY_UNITS_MAX = 8;

    private static final Pattern MARKS = Pattern.compile("[*＊?]");
    private static final Pattern PAGES =
            Pattern.compile("第?(?:[A-Z])?0*(\\d{1,4})(?:版?(?:\\.\\.|[-–—~～至到])第?0*(\\d{1,4}))?版?");

    private final List<Note> notes;
    private int units;
    private int marked;

    Leaves(List<Note> notes) {
        this.notes = notes;
    }

    @Nullable Leaf quoted(Field field, Token.Quoted quoted) {
        return switch (field) {
            case DATE ->
                    DayRange.read(quoted.text())
                            .map(Leaf.class::cast)
                            .orElseGet(() -> noDate(quoted));
            case PAGE -> pages(quoted.text()).orElseGet(() -> phrase(field, quoted));
            case ANYWHERE, HEADLINE, BODY, AUTHOR, COLUMN, SOURCE, NEWSPAPER ->
                    phrase(field, quoted);
            case PERSON, PLACE, ORGANISATION, KIND, FILE -> phrase(field, quoted);
        };
    }

    private @Nullable Leaf noDate(Token.Quoted quoted) {
        notes.add(new Note(quoted.source(), Reason.UNREADABLE_DATE));
        return phrase(Field.ANYWHERE, quoted);
    }

    private @Nullable Leaf phrase(Field field, Token.Quoted quoted) {
        String text = within(quoted.text());
        return Units.count(text) == 0 ? null : new Phrase(field, text, quoted.slop());
    }

    @Nullable Leaf run(Field field, String text) {
        return switch (field) {
            case DATE -> DayRange.read(text).map(Leaf.class::cast).orElseGet(() -> noDate(text));
            case PAGE -> pages(text).orElseGet(() -> marked(field, text));
            case ANYWHERE, HEADLINE, BODY -> marked(field, text);
            case AUTHOR, COLUMN, SOURCE, NEWSPAPER, PERSON, PLACE, ORGANISATION, KIND, FILE ->
                    marked(field, text);
        };
    }

    @Nullable Word word(Field field, String text) {
        String word = within(plain(text));
        return word.isEmpty() ? null : new Word(field, word);
    }

    private @Nullable Leaf noDate(String text) {
        notes.add(new Note(text, Reason.UNREADABLE_DATE));
        return word(Field.ANYWHERE, text);
    }

    /// 3, 第3版, A03, 1..4, 1-4.
    private static Optional<Leaf> pages(String text) {
        var match = PAGES.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(match.group(1));
        int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
        return Optional.of(new Pages(Math.min(first, last), Math.max(first, last)));
    }

    /// A run with its wildcards, its `~`, or without any.
    private @Nullable Leaf marked(Field field, String text) {
        boolean fuzzy = text.matches(".*[~～]1?");
        String pattern = fuzzy ? "" : oneRun(WildcardPattern.of(text, field.isText()));
        if (!fuzzy && !MARKS.matcher(pattern).find()) {
            return word(field, text);
        }
        String plain = plain(text);
        int count = Units.count(plain);
        if (fuzzy && (count > FUZZY_UNITS_MAX || plain.codePointCount(0, plain.length()) < 2)) {
            // A single character has no neighbours, a sentence is looked for leniently anyway.
            return word(field, text);
        }
        if (count == 0) {
            return null;
        }
        if (++marked > MARKED_MAX) {
            notes.add(new Note(text, Reason.TOO_MANY_MARKS));
            return word(field, text);
        }
        if (within(plain).length() < plain.length()) {
            return null;
        }
        return fuzzy ? new Fuzzy(field, plain) : new QueryNode.Pattern(field, pattern);
    }

    /// As much of the text as still fits.
    private String within(String text) {
        int count = Units.count(text);
        int left = UNITS_MAX - units;
        units += Math.min(count, left);
        if (count <= left) {
            return text;
        }
        notes.add(new Note(text, Reason.TOO_LONG));
        return Units.beginning(text, left);
    }

    /// The run without the punctuation around it. Signs of the query language inside it, which have
    /// no meaning there, become commas, so that it is read the same again.
    private static String plain(String text) {
        String plain = Units.trimmed(text.replaceAll("[*＊~～]", "、"));
        if (plain.matches("AND|OR|NOT")) {
            return plain.toLowerCase(Locale.ROOT);
        }
        return oneRun(plain);
    }

    private static String oneRun(String text) {
        return isOneRun(text) ? text : text.replaceAll("[()（）:：＆&]", "、");
    }

    private static boolean isOneRun(String text) {
        List<Token> tokens = new Lexer("(" + text + ")", new ArrayList<>()).tokens();
        return tokens.size() == 3 && tokens.get(1).equals(new Token.Text(text));
    }
}
