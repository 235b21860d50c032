package org.broadsheet.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.query.article.ArticleDocument;
import org.broadsheet.query.article.ArticleKind;
import org.jspecify.annotations.Nullable;

/// One row for each article (RFC 4180), with the mark that tells a spreadsheet that it is UTF-8.
/// Several values of a cell are parted by "; ".
final class CsvWriter implements ArticleWriter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /// What a spreadsheet would take for a formula, in half and full width.
    private static final Pattern FORMULA = Pattern.compile("^[\\s\\p{Z}\\p{C}]*[=+\\-@＝＋－＠]");

    private static final RecordComponent[] COLUMNS = ExportedArticle.class.getRecordComponents();

    private final OutputStream out;

    CsvWriter(OutputStream out) throws IOException {
        this.out = out;
        String names =
                Arrays.stream(COLUMNS)
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(","));
        print(BYTE_ORDER_MARK + names + "\r\n");
    }

    @Override
    public void write(ArticleDocument article) throws IOException {
        ExportedArticle row = ExportedArticle.of(article);
        print(
                Arrays.stream(COLUMNS)
                        .map(column -> cell(text(value(column, row))))
                        .collect(Collectors.joining(",", "", "\r\n")));
    }

    private static @Nullable Object value(RecordComponent column, ExportedArticle row) {
        try {
            return column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(column.getName(), e);
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several ->
                    several.stream().map(Object::toString).collect(Collectors.joining("; "));
            case ArticleKind kind -> kind.word();
            case Object one -> one.toString();
        };
    }

    /// Text from a page must not run in a spreadsheet: what looks like a formula is given an
    /// apostrophe, as spreadsheets do for text.
    static String cell(String text) {
        String harmless = FORMULA.matcher(text).find() ? "'" + text : text;
        return harmless.matches("(?s).*[\",\r\n'].*")
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    private void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
