package org.broadsheet.ingest.parse.quality;

import java.util.random.RandomGenerator;

/// The habits of one invented newspaper and of the tool that extracted its page.
///
/// @param headlineFollows the headline stands after its body in the text
/// @param wrapped lines end where the column ends; else a line is a paragraph
/// @param markdown headlines carry `##`
/// @param width of the main column, in cells
/// @param indent what stands before a paragraph's first line
/// @param indentCells by how much the printed first line is set in
/// @param blankBetweenParagraphs a blank line parts paragraphs
/// @param blankAroundHeadings blank lines part headings from what stands beside them
/// @param blankBeforeQuotes a line that begins with a quote mark starts a block
/// @param bylineForm which of the trade's forms
/// @param datelineForm which of the trade's forms, 0 none
/// @param halfWidth ASCII punctuation
/// @param traditional traditional characters
/// @param folio which sort of page lines, 0 none
record PracticeStyle(
        boolean headlineFollows,
        boolean wrapped,
        boolean markdown,
        int width,
        String indent,
        int indentCells,
        boolean blankBetweenParagraphs,
        boolean blankAroundHeadings,
        boolean blankBeforeQuotes,
        int bylineForm,
        int datelineForm,
        boolean halfWidth,
        boolean traditional,
        int folio) {
    private static final int[] WIDTHS = {8, 10, 12, 14, 16, 18, 20, 22, 25, 27, 31};
    private static final String[] INDENTS = {"", "", "　　", "    "};

    static PracticeStyle random(RandomGenerator random) {
        boolean markdown = random.nextInt(5) == 0;
        boolean wrapped = markdown ? random.nextInt(4) == 0 : random.nextInt(6) > 0;
        boolean follows = !markdown && random.nextInt(5) < 2;
        String indent = INDENTS[random.nextInt(INDENTS.length)];
        boolean blankParagraphs = !wrapped || random.nextInt(3) > 0;
        boolean blankHeadings = markdown || random.nextInt(4) > 0;
        return new PracticeStyle(
                follows,
                wrapped,
                markdown,
                WIDTHS[random.nextInt(WIDTHS.length)],
                indent,
                2,
                blankParagraphs,
                blankHeadings || indent.isEmpty(),
                indent.isEmpty() && random.nextInt(2) == 0,
                random.nextInt(9),
                random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0,
                random.nextInt(6) == 0,
                random.nextInt(8) == 0,
                random.nextInt(3) > 0 ? random.nextInt(5) : 0);
    }
}
