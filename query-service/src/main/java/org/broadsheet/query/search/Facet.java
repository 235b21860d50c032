package org.broadsheet.query.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A property of articles that hits can be counted and narrowed by.
public enum Facet {
    NEWSPAPER(IndexField.TITLE_NAME),
    YEAR(IndexField.DATE),
    MONTH(IndexField.DATE),
    COLUMN(IndexField.COLUMN),
    AUTHOR(IndexField.CONTRIBUTORS),
    PERSON(IndexField.PERSONS),
    PLACE(IndexField.PLACES),
    ORG(IndexField.ORGANISATIONS),
    SOURCE(IndexField.SOURCE),
    KIND(IndexField.KIND),
    PAGE(IndexField.PAGE),
    FILE(IndexField.FILE);

    /// Stands for no value at all, where a value is asked for.
    public static final String NO_VALUE = "-";

    private final IndexField field;

    Facet(IndexField field) {
        this.field = field;
    }

    /// The parameter that narrows to a value.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The parameter that leaves a value out.
    public String exclusion() {
        return "not-" + word();
    }

    IndexField field() {
        return field;
    }

    /// An article may have several values of it.
    boolean isMultiple() {
        return switch (this) {
            case AUTHOR, PERSON, PLACE, ORG -> true;
            case NEWSPAPER, YEAR, MONTH, COLUMN, SOURCE, KIND, PAGE, FILE -> false;
        };
    }

    static Optional<Facet> of(String word) {
        return Arrays.stream(values()).filter(facet -> facet.word().equals(word)).findFirst();
    }
}
