package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;

/// The text of one page.
///
/// @param lines without their line endings
/// @param firstLine number in the file of the first of them; more than 1 where a file holds several
///   pages
public record PageText(List<String> lines, int firstLine) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char FORM_FEED = '\f';

    public PageText {
        lines = List.copyOf(lines);
        if (firstLine < 1) {
            throw new IllegalArgumentException("lines count from 1: " + firstLine);
        }
    }

    /// Splits the text of a file into its pages. A form feed starts a page, as PDF extractors write
    /// it; line endings may be of any system; a byte order mark is dropped. Lines are numbered over
    /// the whole file and a line is never cut in two: with text on both sides of a form feed it
    /// stays on the page it began. A page without text, such as a photo page, is an empty page, so
    /// that pages keep their numbers; an empty text is one empty page.
    public static List<PageText> pagesOf(String fileText) {
        List<PageText> pages = new ArrayList<>();
        List<String> page = new ArrayList<>();
        int pageStart = 1;
        int number = 0;
        for (String line : linesOf(fileText)) {
            number++;
            String text = line.replace(FORM_FEED, ' ');
            int feedsBefore = feedsBefore(line);
            if (feedsBefore > 0 && number > 1) {
                pages.add(new PageText(page, pageStart));
                for (int empty = 1; empty < feedsBefore; empty++) {
                    pages.add(new PageText(List.of(), number));
                }
                page = new ArrayList<>();
                pageStart = number;
            }
            page.add(text);
            if (line.indexOf(FORM_FEED, feedsBefore) >= 0) {
                pages.add(new PageText(page, pageStart));
                page = new ArrayList<>();
                pageStart = number + 1;
            }
        }
        if (pages.isEmpty() || page.stream().anyMatch(line -> !line.isBlank())) {
            pages.add(new PageText(page, pageStart));
        }
        return List.copyOf(pages);
    }

    private static int feedsBefore(String line) {
        int feeds = 0;
        while (feeds < line.length() && line.charAt(feeds) == FORM_FEED) {
            feeds++;
        }
        return feeds;
    }

    private static List<String> linesOf(String fileText) {
        String text =
                fileText.indexOf('\r') < 0
                        ? fileText
                        : fileText.replace("\r\n", "\n").replace('\r', '\n');
        List<String> lines = new ArrayList<>();
        int from = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? 1 : 0;
        for (int end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
            lines.add(text.substring(from, end));
            from = end + 1;
        }
        lines.add(text.substring(from));
        return lines;
    }

    /// The numbers of the lines that have something to read on them: each of these goes to exactly
    /// one place. A line of spaces of any kind, or of characters that print nothing, is blank.
    public List<Integer> linesToPlace() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!Glyphs.isBlank(lines.get(i))) {
                numbers.add(firstLine + i);
            }
        }
        return numbers;
    }
}
