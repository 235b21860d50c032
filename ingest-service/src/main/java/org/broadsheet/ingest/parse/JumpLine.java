package org.broadsheet.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a story comes from or goes on: `(上接第一版)` (004:33), `（下转第四版）`, `紧接A02版`; in English
/// `Continued on page 4`.
final class JumpLine implements Recogniser {
    private static final String PAGE =
            "第?\\s*(?<page>[0-9０-９]{1,3}|[A-Da-d]\\s?[0-9]{1,2}|[一二三四五六七八九十]{1,3})\\s*版";
    private static final Pattern CHINESE =
            Pattern.compile("(?<way>上接|上承|紧接|緊接|接|下转|下轉|转|轉)\\s*(?:[本]报)?" + PAGE);
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)(?<way>continued (?:on|from)) page (?<page>[A-D]?[0-9]{1,3})");
    private static final Pattern OUTSIDE = Pattern.compile("^[（(【◀▲●→\\s]+|[)）】▶▼→←\\s]+$");
    private static final Pattern BRACKETED_TAIL = Pattern.compile("[（(【][^（）()]{3,40}[)）】]$");
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final int LONGEST = 40;

    @Override
    public String signs() {
        return "版g";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        return line.text().length() <= LONGEST && !Sentences.ends(line.text())
                ? read(line.text())
                : null;
    }

    private static Cue.@Nullable Jump read(String text) {
        if (text.indexOf('版') < 0 && text.indexOf("page") < 0) {
            return null;
        }
        String inside = OUTSIDE.matcher(text).replaceAll("");
        Matcher jump = CHINESE.matcher(inside);
        if (!jump.lookingAt()) {
            jump = ENGLISH.matcher(inside);
            if (!jump.lookingAt()) {
                return null;
            }
        }
        String rest = inside.substring(jump.end());
        if (!rest.isEmpty() && "《，, ：:（(".indexOf(rest.charAt(0)) < 0) {
            return null;
        }
        int page = number(jump.group("page"));
        String way = jump.group("way");
        boolean from = way.startsWith("上") || way.endsWith("接") || way.endsWith("from");
        return from ? new Cue.Jump(page, null) : new Cue.Jump(null, page);
    }

    /// A bracketed jump at the end of a paragraph (…。（下转第四版）); null without one.
    static @Nullable Tail tailOf(String paragraph) {
        if (")）】".indexOf(Glyphs.last(paragraph)) < 0
                || paragraph.indexOf('版', Math.max(0, paragraph.length() - LONGEST)) < 0) {
            return null;
        }
        Matcher tail =
                BRACKETED_TAIL
                        .matcher(paragraph)
                        .region(Math.max(0, paragraph.length() - LONGEST), paragraph.length());
        if (!tail.find()) {
            return null;
        }
        Cue.Jump jump = read(tail.group());
        return jump == null || tail.start() == 0 ? null : new Tail(tail.start(), jump);
    }

    /// @param at index of the jump in the paragraph
    record Tail(int at, Cue.Jump jump) {}

    /// The page a jump line names: 4, 四, 十二 and A04 alike (the sheet's letter is not counted).
    private static int number(String page) {
        int value = 0;
        boolean tens = false;
        for (int i = 0; i < page.length(); i++) {
            char c = page.charAt(i);
            if (Character.isDigit(c)) {
                value = value * 10 + Character.digit(c, 10);
            } else if (c == '十') {
                value = Math.max(1, value) * 10;
                tens = true;
            } else if (DIGITS.indexOf(c) > 0) {
                value = tens ? value + DIGITS.indexOf(c) : DIGITS.indexOf(c);
            }
        }
        return value;
    }
}
