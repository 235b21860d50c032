package org.broadsheet.query.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Every field of the index that a search names, with its weight. The contract test holds this list
/// against index-service's mapping, so no name of a field stands anywhere else.
///
/// A text is indexed three times, in fields of their own: as single characters (they answer a query
/// of one character, and phrases), as pairs of neighbours (`.bi`; most Chinese words have two
/// characters) and as words (`.word`, with synonyms when searched). Together in one field they
/// would make every query a set of phrases that finds almost nothing. Their scores are summed,
/// which beats any of them alone.
public enum IndexField {
    HEADLINE("headline", Use.CHARACTERS, 4),
    KICKER("kicker", Use.CHARACTERS, 1.5f),
    DECK("deck", Use.CHARACTERS, 2),
    BODY("body", Use.CHARACTERS, 1),
    CAPTION("caption", Use.CHARACTERS, 0.7f),
    COLUMN_TEXT("column.text", Use.CHARACTERS, 1.5f),
    CONTRIBUTORS_TEXT("contributors.text", Use.CHARACTERS, 2),
    SOURCE_TEXT("source.text", Use.CHARACTERS, 1),

    HEADLINE_PAIRS("headline.bi", Use.PAIRS, 4),
    KICKER_PAIRS("kicker.bi", Use.PAIRS, 1.5f),
    DECK_PAIRS("deck.bi", Use.PAIRS, 2),
    BODY_PAIRS("body.bi", Use.PAIRS, 1),
    CAPTION_PAIRS("caption.bi", Use.PAIRS, 0.7f),

    HEADLINE_WORDS("headline.word", Use.WORDS, 4),
    KICKER_WORDS("kicker.word", Use.WORDS, 1.5f),
    DECK_WORDS("deck.word", Use.WORDS, 2),
    BODY_WORDS("body.word", Use.WORDS, 1),
    CAPTION_WORDS("caption.word", Use.WORDS, 0.7f),

    /// Headline, kicker, deck, body and caption once more, to ask what a page holds in all.
    ALL_TEXT("allText", Use.FILTER, 0),

    WITHDRAWN("withdrawn", Use.FILTER, 0),
    DATE("date", Use.FILTER, 0),
    TITLE_NAME("titleName", Use.FILTER, 0),
    TITLE_CODE("titleCode", Use.FILTER, 0),
    COLUMN("column", Use.FILTER, 0),

    /// Who is named in a byline or took a picture.
    CONTRIBUTORS("contributors", Use.FILTER, 0),
    KIND("kind", Use.FILTER, 0),
    FILE("file", Use.FILTER, 0),

    SOURCE("source", Use.FILTER, 0),
    PERSONS("persons", Use.FILTER, 0),
    PLACES("places", Use.FILTER, 0),
    ORGANISATIONS("organisations", Use.FILTER, 0),
    REPRINT_KEY("reprintKey", Use.FILTER, 0),
    OCCURRED_AT("occurredAt", Use.ORDER, 0),
    PAGE_NAME("pageName", Use.FILTER, 0),

    PAGE("page", Use.ORDER, 0),
    PAGE_ID("pageId", Use.ORDER, 0),
    POSITION("position", Use.ORDER, 0),
    ID("id", Use.ORDER, 0),

    PARTS("parts", Use.HEAVY, 0),
    CAPTIONS("captions", Use.HEAVY, 0),
    FIELDS("fields", Use.HEAVY, 0),
    LINES("lines", Use.HEAVY, 0),

    HEADLINE_SUGGEST("headline.suggest", Use.FILTER, 0),
    COLUMN_SUGGEST("column.suggest", Use.FILTER, 0),
    CONTRIBUTORS_SUGGEST("contributors.suggest", Use.FILTER, 0),
    PERSONS_SUGGEST("persons.suggest", Use.FILTER, 0),
    PLACES_SUGGEST("places.suggest", Use.FILTER, 0),
    ORGANISATIONS_SUGGEST("organisations.suggest", Use.FILTER, 0);

    private enum Use {
        CHARACTERS,
        PAIRS,
        WORDS,
        FILTER,
        ORDER,
        HEAVY
    }

    private final String path;
    private final Use use;
    private final float weight;

    IndexField(String path, Use use, float weight) {
        this.path = path;
        this.use = use;
        this.weight = weight;
    }

    public String path() {
        return path;
    }

    private String weighted() {
        return path + "^" + weight;
    }

    /// Fields of single characters, weighted.
    static List<String> characters() {
        return having(Use.CHARACTERS).stream().map(IndexField::weighted).toList();
    }

    /// Fields of pairs, weighted.
    static List<String> pairs() {
        return having(Use.PAIRS).stream().map(IndexField::weighted).toList();
    }

    /// Fields of words, weighted.
    static List<String> words() {
        return having(Use.WORDS).stream().map(IndexField::weighted).toList();
    }

    static List<String> withWeights(IndexField... fields) {
        return Arrays.stream(fields).map(IndexField::weighted).toList();
    }

    /// What a list of hits does not show.
    public static List<String> heavy() {
        return having(Use.HEAVY).stream().map(IndexField::path).toList();
    }

    private static List<IndexField> having(Use use) {
        return Arrays.stream(values())
                .filter(field -> field.use == use)
                .collect(Collectors.toUnmodifiableList());
    }
}
