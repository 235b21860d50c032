package org.broadsheet.query.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Cuts a query into [Token]s. Every sign is understood in its full-width form too. A sign counts
/// only where a word could begin: inside a run (党员（干部）会议, 勇当“碳”路先锋) brackets and Chinese quotation
/// marks are part of the sentence that was pasted in.
final class Lexer {
    private static final String SPACES_AND_BARS = "[\\s\\p{Z}\\p{Cc}\"＂|｜]";
    private static final int SLOP_MAX = 20;

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern STRAIGHT =
            Pattern.compile("[\"＂](?<straight>[^\"＂]*)[\"＂](?:[~～](?<slop>\\d{1,2}))?");
    private static final Pattern CURLY =
            Pattern.compile(
                    "(?:“(?<curly>[^“”\"＂]+)”|「(?<corner>[^「」\"＂]+)」|『(?<white>[^『』\"＂]+)』)"
                            + "(?:[~～](?<slop>\\d{1,2}))?(?=$|[\\s\\p{Z}\\p{Cc})）|｜])");
    private static final Pattern OR = Pattern.compile("[|｜]{1,2}|" + word("[OＯ][RＲ]"));
    private static final Pattern AND = Pattern.compile(word("&&|＆＆|[AＡ][NＮ][DＤ]"));
    private static final Pattern NOT = Pattern.compile(word("[NＮ][OＯ][TＴ]"));
    private static final Pattern MINUS = Pattern.compile("[-－−](?=[\\p{L}\\p{N}\"＂“「『(（*＊])");
    private static final Pattern NAME =
            Pattern.compile("(?<name>\\p{L}{1,12})[:：](?![/:：])[\\s\\p{Z}]*");

    private final String text;
    private final List<Note> notes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    Lexer(String text, List<Note> notes) {
        this.text = text;
        this.notes = notes;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            if (taken(SPACE).isEmpty() && !passesLoneQuote()) {
                tokens.add(token());
            }
        }
        return tokens;
    }

    private Token token() {
        return bracket()
                .or(this::quoted)
                .or(() -> taken(OR).map(match -> new Token.Or(match.group())))
                .or(() -> taken(AND).map(match -> new Token.And(match.group())))
                .or(() -> taken(NOT).map(match -> new Token.Not(match.group())))
                .or(() -> taken(MINUS).map(match -> new Token.Not(match.group())))
                .or(this::name)
                .orElseGet(this::run);
    }

    private Optional<Token> bracket() {
        char sign = text.charAt(at);
        if (isOpen(sign)) {
            depth++;
        } else if (isClose(sign)) {
            depth = Math.max(0, depth - 1);
        } else {
            return Optional.empty();
        }
        at++;
        String source = String.valueOf(sign);
        return Optional.of(isOpen(sign) ? new Token.Open(source) : new Token.Close(source));
    }

    /// A quotation mark without its partner is a space.
    private boolean passesLoneQuote() {
        char sign = text.charAt(at);
        if ((sign != '"' && sign != '＂') || text.substring(at + 1).matches("(?s).*[\"＂].*")) {
            return false;
        }
        notes.add(new Note(text.substring(at), Note.Reason.UNCLOSED_QUOTE));
        at++;
        return true;
    }

    private Optional<Token> quoted() {
        return taken(STRAIGHT).or(() -> taken(CURLY)).map(Lexer::quoted);
    }

    private static Token quoted(Matcher match) {
        String text =
                Stream.of("straight", "curly", "corner", "white")
                        .filter(match.namedGroups()::containsKey)
                        .map(match::group)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining());
        String slop = match.group("slop");
        return new Token.Quoted(
                match.group(),
                text.strip(),
                slop == null ? 0 : Math.min(SLOP_MAX, Integer.parseInt(slop)));
    }

    private Optional<Token> name() {
        Matcher match = NAME.matcher(text).region(at, text.length());
        if (!match.lookingAt()) {
            return Optional.empty();
        }
        Optional<Field> field = Field.named(match.group("name"));
        if (field.isEmpty()) {
            String source = match.group().strip();
            notes.add(new Note(source, Note.Reason.UNKNOWN_FIELD));
            return Optional.empty();
        }
        at = match.end();
        return Optional.of(new Token.Name(match.group().strip(), field.get()));
    }

    /// Up to a space, a straight quotation mark, a bar, or the bracket that closes a group.
    private Token run() {
        int start = at;
        int inner = 0;
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (String.valueOf(sign).matches(SPACES_AND_BARS)) {
                break;
            }
            if (isOpen(sign)) {
                inner++;
            } else if (isClose(sign)) {
                if (inner == 0 && depth > 0) {
                    break;
                }
                inner = Math.max(0, inner - 1);
            }
            at++;
        }
        return new Token.Text(text.substring(start, at));
    }

    private Optional<Matcher> taken(Pattern pattern) {
        // The bounds of the region are no ends: what follows may be looked at.
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }

    /// Standing alone.
    private static String word(String letters) {
        return "(?:" + letters + ")(?=$|[\\s\\p{Z}\\p{Cc}(（)）\"＂])";
    }

    private static boolean isOpen(char sign) {
        return sign == '(' || sign == '（';
    }

    private static boolean isClose(char sign) {
        return sign == ')' || sign == '）';
    }
}
