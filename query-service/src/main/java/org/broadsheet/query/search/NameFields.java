package org.broadsheet.query.search;

import java.util.List;
import org.broadsheet.query.syntax.Field;

/// The fields that hold a name as a whole.
///
/// @param whole fields whose value is the name
/// @param words fields in which the name is also cut into characters
/// @param isPartEnough the name may be given in part (日报 for 边城日报)
record NameFields(List<IndexField> whole, List<IndexField> words, boolean isPartEnough) {
    static NameFields of(Field field) {
        return switch (field) {
            case AUTHOR -> exact(List.of(IndexField.CONTRIBUTORS), IndexField.CONTRIBUTORS_TEXT);
            case COLUMN -> exact(List.of(IndexField.COLUMN), IndexField.COLUMN_TEXT);
            case SOURCE -> exact(List.of(IndexField.SOURCE), IndexField.SOURCE_TEXT);
            case NEWSPAPER -> part(IndexField.TITLE_NAME, IndexField.TITLE_CODE);
            case PAGE -> part(IndexField.PAGE_NAME);
            case FILE -> part(IndexField.FILE);
            case KIND -> exact(List.of(IndexField.KIND));
            case PERSON -> exact(List.of(IndexField.PERSONS));
            case PLACE -> exact(List.of(IndexField.PLACES));
            case ORGANISATION -> exact(List.of(IndexField.ORGANISATIONS));
            case ANYWHERE, HEADLINE, BODY, DATE -> exact(List.of());
        };
    }

    private static NameFields exact(List<IndexField> whole, IndexField... words) {
        return new NameFields(whole, List.of(words), false);
    }

    private static NameFields part(IndexField... whole) {
        return new NameFields(List.of(whole), List.of(), true);
    }
}
