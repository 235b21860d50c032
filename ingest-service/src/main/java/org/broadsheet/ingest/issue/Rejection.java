package org.broadsheet.ingest.issue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Why a file can't be taken. The kind and the values are for programs, which may have words of
/// their own for them in another language; `src/main/contract/rejections.json` promises both.
///
/// @param values what is particular to this file, in the order in which the kind's words name it
public record Rejection(Kind kind, List<String> values) {
    /// Each with the English words for it: what is wrong, and what to do.
    public enum Kind {
        ENDING(
                "Not an issue file: its name ends in none of %s. Give the text of the page as one of these and drop it again."),
        EMPTY("The file is empty. Export the page again and drop it."),
        BLANK("The file holds no text, only blank lines. Export the page again and drop it."),
        TOO_LARGE(
                "The file has %s bytes, more than the limit of %s (drop.file-size-max). Split it by page, or raise the limit."),
        CHARSET(
                "The text is in none of UTF-8, UTF-16 with a byte order mark, GB18030 (GBK, GB2312) and Big5, or it is damaged. Convert it to UTF-8 (for example: iconv -f GB18030 -t UTF-8) and drop it again."),
        BINARY(
                "The file holds a NUL character (at character %s): it is binary, or UTF-16 without a mark. Export it as UTF-8 text and drop it again."),
        PAGES(
                "The file has %s pages, more than the limit of %s (drop.pages-max). Split it, or raise the limit."),
        LINES(
                "The file has %s lines, more than the limit of %s (drop.lines-max). Split it by page, or raise the limit."),
        LINE_LENGTH(
                "The file has a line of %s characters, more than the limit of %s (drop.line-length-max). Export it with its line breaks, or raise the limit."),
        METADATA_FIELD(
                "%s holds '%s', which is not known. Known are newspaper or title (报纸), code, date (日期), edition (版次), page (版) and name (版名). Mend it and try again."),
        METADATA_YAML("%s is not YAML (%s). Mend it and try again."),
        METADATA_LINES("%s is not a list of 'name: value' lines. Mend it and try again."),
        METADATA_DATE("%s says '%s' for the date; write it as 2026-01-15. Mend it and try again."),
        METADATA_PAGE(
                "%s says '%s' for the page; write it as a number from 1 to 999. Mend it and try again."),
        METADATA_SIZE("%s has more than 64 kB; newspaper, date and page need a few lines."),
        NAME("The name '%s' can't be used: %s. Name it as a path such as folder/page.txt."),
        REQUEST_SIZE(
                "%s has more than %s bytes (upload.size-max). Send it in parts, or raise the limit."),
        ZIP("%s is no .zip, or is damaged (%s). Pack it again."),
        ZIP_ENTRIES(
                "%s can't be taken: it has more than %s entries (upload.zip-entries-max); pack fewer together. Nothing of it was kept."),
        ZIP_NAMES("%s can't be taken: it holds '%s' twice. Nothing of it was kept."),
        ZIP_EMPTY("%s can't be taken: there is no file in it. Nothing of it was kept."),
        ZIP_ENCRYPTED(
                "%s can't be taken: it is encrypted; pack it without a password. Nothing of it was kept."),
        ZIP_LINK(
                "%s can't be taken: '%s' in it is a link; pack the file itself. Nothing of it was kept."),
        ZIP_PATH("%s can't be taken: '%s' in it leads out of its folder. Nothing of it was kept."),
        ZIP_METHOD(
                "%s can't be taken: '%s' in it is packed in a way that is not known; pack it as deflate. Nothing of it was kept."),
        ZIP_FILE_SIZE(
                "%s can't be taken: '%s' in it has more than %s bytes (drop.file-size-max). Nothing of it was kept."),
        ZIP_SIZE(
                "%s can't be taken: it unpacks to more than %s bytes (upload.zip-unpacked-max); pack fewer together. Nothing of it was kept."),
        ZIP_RATIO(
                "%s can't be taken: '%s' in it unpacks to %s times its size (upload.zip-ratio-max): that is no text of a page. Nothing of it was kept."),
        ZIP_FILE("%s can't be taken: '%s' in it is damaged (%s). Nothing of it was kept."),
        /// One that has no kind of its own: its value is its words.
        OTHER("%s");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// As it is written outside.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// With `%s` for each value.
        public String words() {
            return words;
        }
    }

    public Rejection {
        values = List.copyOf(values);
    }

    /// @param values shown as text
    public static Rejection of(Kind kind, Object... values) {
        return new Rejection(kind, Arrays.stream(values).map(String::valueOf).toList());
    }

    /// In English, for the person the file came from: what is wrong and what to do.
    public String words() {
        return kind.words().formatted(values.toArray());
    }
}
