package org.broadsheet.query.search;

import java.util.List;
import org.broadsheet.query.syntax.Field;

/// The running text that a term is looked for in: fields with their weights.
///
/// @param characters fields of single characters
/// @param pairs fields of pairs of neighbours
/// @param words fields of words
/// @param whole the field of characters that holds most of it
record TextFields(
        List<String> characters, List<String> pairs, List<String> words, IndexField whole) {
    static final TextFields ANYWHERE =
            new TextFields(
                    IndexField.characters(),
                    IndexField.pairs(),
                    IndexField.words(),
                    IndexField.ALL_TEXT);

    private static final TextFields HEADLINE =
            new TextFields(
                    IndexField.withWeights(IndexField.HEADLINE, IndexField.KICKER, IndexField.DECK),
                    IndexField.withWeights(
                            IndexField.HEADLINE_PAIRS,
                            IndexField.KICKER_PAIRS,
                            IndexField.DECK_PAIRS),
                    IndexField.withWeights(
                            IndexField.HEADLINE_WORDS,
                            IndexField.KICKER_WORDS,
                            IndexField.DECK_WORDS),
                    IndexField.HEADLINE);

    private static final TextFields BODY =
            new TextFields(
                    IndexField.withWeights(IndexField.BODY),
                    IndexField.withWeights(IndexField.BODY_PAIRS),
                    IndexField.withWeights(IndexField.BODY_WORDS),
                    IndexField.BODY);

    /// Without kicker and deck.
    private static final TextFields HEADLINE_ALONE =
            new TextFields(
                    IndexField.withWeights(IndexField.HEADLINE),
                    IndexField.withWeights(IndexField.HEADLINE_PAIRS),
                    IndexField.withWeights(IndexField.HEADLINE_WORDS),
                    IndexField.HEADLINE);

    /// What is looked at to mark the headline or the body. Elasticsearch looks at all the fields of
    /// a question in each hit, also at those that are not marked: with them a search took a fifth
    /// longer.
    ///
    /// @param text [Field#HEADLINE] or [Field#BODY]
    static TextFields marked(Field text) {
        return switch (text) {
            case HEADLINE -> HEADLINE_ALONE;
            case BODY -> BODY;
            default -> throw new IllegalArgumentException("not marked: " + text);
        };
    }

    /// The text that a query's field means; everything for a field that is not of text.
    static TextFields of(Field field) {
        return switch (field) {
            case HEADLINE -> HEADLINE;
            case BODY -> BODY;
            case ANYWHERE, AUTHOR, COLUMN, SOURCE, NEWSPAPER, PAGE -> ANYWHERE;
            case DATE, PERSON, PLACE, ORGANISATION, KIND, FILE -> ANYWHERE;
        };
    }

    /// The fields of characters by name alone.
    List<String> paths() {
        return characters.stream().map(field -> field.replaceFirst("\\^.*", "")).toList();
    }
}
