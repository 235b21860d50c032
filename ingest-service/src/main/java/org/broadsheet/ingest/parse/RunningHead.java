package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The head or foot of a page on a single line: `河州日报 2026年1月15日 星期四 第3版 责任编辑：张 华 版式：李 丽`, `城事 A03
/// 责编/许静美编/韩冬校对/丁一 新闻热线：96123`, `A12 港聞 2026年1月15日（星期四） 港島日報`. Tools run its parts together, so the
/// parts are counted: two different ones on a short line without a comma, and little else, make a
/// running head wherever it stands.
final class RunningHead implements Recogniser {
    private static final List<Part> PARTS =
            List.of(
                    new Part(
                            "年-./",
                            "[0-9〇一二三四五六七八九○零]{4}\\s?年\\s?[0-9一二三四五六七八九十]{1,3}\\s?月\\s?[0-9一二三四五六七八九十]{1,3}\\s?[日号]|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}"),
                    new Part("期拜週周", "(?:星期|礼拜|禮拜|週|周)[一二三四五六日天]"),
                    new Part(
                            "版期號号頁页",
                            "第\\s?[0-9A-D一二三四五六七八九十]{1,4}\\s?[版期號号頁页]|(?<![0-9A-Za-z])[A-Z]?[0-9]{1,3}\\s?版"),
                    new Part("ABCDEFGH", "(?<![0-9A-Za-z])[A-H][0-9]{1,2}(?![0-9A-Za-z])"),
                    new Part(
                            "/／:：|丨",
                            "(?:责编|責編|责任编辑|責任編輯|编辑|編輯|主编|主編|美编|美編|版式|版面|组版|組版|制版|排版|校对|校對|审校|審校|值班编委|值班主任|编委|视觉|设计|設計)\\s?[/／:：|丨]\\s?"),
                    new Part(
                            "：:",
                            "(?:新闻热线|热线|熱線|电话|電話|传真|邮箱|投稿|QQ|微信)[^：:]{0,4}[：:]\\s?[\\w@.—-]*"),
                    new Part("号N", "(?:国内统一(?:连续出版物|刊)号|CN|ISSN|邮发代号)\\s?[:：]?\\s?[0-9A-Z/-]+"),
                    new Part("yY", "(?i)\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b"),
                    new Part(
                            "aeouAEOU",
                            "(?i)\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.? [0-9]{1,2}(?:[-–][0-9]{1,2})?(?:, [0-9]{4})?\\b"),
                    new Part(
                            "eoEO",
                            "(?i)\\bpage [A-D]?[0-9]{1,3}\\b|\\bvol\\.? ?[0-9]+|\\bno\\.? ?[0-9]+"),
                    new Part(
                            "aeioAEIO",
                            "(?i)\\b(?:[\\p{L}]+ ){1,3}(?:" + EnglishText.PAPERS + ")\\b"),
                    new Part("历", "农历[\\p{IsHan}]{2,10}"),
                    new Part(
                            "报報",
                            "(?<!\\p{IsHan})\\p{IsHan}{2,6}(?:日报|晚报|早报|晨报|都市报|商报|快报|时报|日報|晚報|時報|早報|週報|周报)(?!\\p{IsHan})"));
    private static final Pattern MARKS = Pattern.compile("[\\s|丨/／:：·•().（）—－-]");

    /// No running head holds a comma, quote or title.
    private static final CharSet PROSE = new CharSet("，。；！？“”《》【\"");

    private static final Signs SIGNS = new Signs(PARTS.stream().map(Part::signs).toList());

    private static final int LONGEST = 120;
    private static final int LONGEST_REST = 36;

    @Override
    public String signs() {
        return "日报報版責责編编校期A0123456789";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        if (text.length() > LONGEST || line.endsSentence() || PROSE.isIn(text)) {
            return null;
        }
        int possible = SIGNS.open(text);
        if (Integer.bitCount(possible) < 2) {
            return null;
        }
        int parts = 0;
        String rest = text;
        for (; possible != 0; possible &= possible - 1) {
            Part part = PARTS.get(Integer.numberOfTrailingZeros(possible));
            Matcher matcher = part.pattern().matcher(rest);
            if (matcher.find()) {
                parts++;
                rest = matcher.replaceAll(" ");
            }
        }
        int left = MARKS.matcher(rest).replaceAll("").length();
        return parts >= 2 && left <= LONGEST_REST && left * 2 <= text.length() + 8
                ? new Cue.PageLine("folio")
                : null;
    }
}
