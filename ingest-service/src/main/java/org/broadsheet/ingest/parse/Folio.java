package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The line that every page carries: date, weekday, page number, page name, serial numbers.
/// `2025年3月12日 星期三 第4版 要闻`. No seed has one; other producers keep them. What is left after all such
/// parts are taken out must be next to nothing.
final class Folio implements Recogniser {
    private static final String NUMBER = "[0-9０-９]{1,4}|[〇一二三四五六七八九十○零]{1,4}";
    private static final List<Part> PARTS =
            List.of(
                    new Part(
                            "年",
                            "[0-9〇一二三四五六七八九○零]{4}\\s*年\\s*(?:"
                                    + NUMBER
                                    + ")\\s*月\\s*(?:"
                                    + NUMBER
                                    + ")\\s*日"),
                    new Part("-./", "[0-9]{4}\\s?[-./]\\s?[0-9]{1,2}\\s?[-./]\\s?[0-9]{1,2}"),
                    new Part("月", "(?:" + NUMBER + ")\\s*月\\s*(?:" + NUMBER + ")\\s*日"),
                    new Part("期周拜週", "(?:星期|周|礼拜|週)\\s?[一二三四五六日天]"),
                    new Part(
                            "历甲乙丙丁戊己庚辛壬癸",
                            "农历[\\p{IsHan}]{2,12}|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年?[\\p{IsHan}]{0,8}"),
                    new Part(
                            "版期号頁页",
                            "第\\s?(?:"
                                    + NUMBER
                                    + "|[0-9]{1,6})\\s?[版期号頁页]|总第\\s?[0-9]{1,6}\\s?期|(?:今日|本期|共)\\s?(?:"
                                    + NUMBER
                                    + ")\\s?版"),
                    new Part(
                            "版ABCD", "[A-D]?[0-9０-９]{1,3}\\s?版|[A-D][0-9]{1,2}|[一二三四五六七八九十]{1,3}版"),
                    new Part(
                            "号N",
                            "(?:国内统一(?:连续出版物|刊)号|CN|ISSN|邮发代号|代号)\\s?[:：]?\\s?(?:CN)?\\s?[0-9A-Z/-]*"),
                    new Part(
                            ".@/",
                            "(?:https?://|www\\.)[\\w./-]+|[\\w.]+@[\\w.]+|[\\w-]+\\.(?:com|cn|net|org)(?:\\.cn)?"),
                    new Part(
                            "aeouAEOU",
                            "(?i)\\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
                                    + " [0-9]{1,2}(?:, [0-9]{4})?|\\bpage [0-9]+\\b|\\bvol\\.?"
                                    + " ?[0-9]+|\\bno\\.? ?[0-9]+"));
    private static final Signs SIGNS = new Signs(PARTS.stream().map(Part::signs).toList());

    private static final CharSet NEVER = new CharSet("，。；“”！？、");
    private static final CharSet SAYS = new CharSet("0123456789０１２３４５６７８９期版第周号年历@.");
    private static final int LONGEST_REST = 30;
    private static final Pattern MARKS = Pattern.compile("[\\s\\u3000|丨/／:：·•,，.。()（）—－-]+");
    private static final Pattern REST = Pattern.compile("(?:" + MARKS.pattern() + ")?");
    private static final Pattern LONE_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z])[A-D]?[0-9]{1,3}(?![0-9A-Za-z])");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("[A-D]?[0-9]{1,3}|[—-]\\s?[0-9]{1,3}\\s?[—-]");
    private static final Pattern STAFF = Pattern.compile("[\\p{IsHan}\\w\\s:：/]*");
    private static final Pattern PAGE_NAME =
            Pattern.compile(
                    "(?:要闻|综合|时政|国内|国际|本地|经济|财经|体育|文化|教育|科技|健康|副刊|理论|评论|广告|专题|专版|社会|民生|法治|天下|视点|生活|旅游|新闻|綜合|要聞|國際|經濟|體育|文娛|公告|[\\p{IsHan}]{2,6}(?:版|周刊|日报|晚报|早报|时报|新闻|日報|晚報|時報))");

    private static final Pattern NUMBERED_NAME =
            Pattern.compile(
                    "[A-D]?[0-9]{1,2}[\\s\\u3000]+"
                            + PAGE_NAME.pattern()
                            + "|"
                            + PAGE_NAME.pattern()
                            + "[\\s\\u3000]+[A-D]?[0-9]{1,2}");

    @Override
    public @Nullable Cue recognise(Line line) {
        String rest = line.text();
        if (rest.length() > 80 || line.endsSentence() || !couldBe(rest)) {
            return null;
        }
        int parts = 0;
        for (int possible = SIGNS.open(rest); possible != 0; possible &= possible - 1) {
            Part part = PARTS.get(Integer.numberOfTrailingZeros(possible));
            Matcher matcher = part.pattern().matcher(rest);
            if (matcher.find()) {
                parts++;
                rest = matcher.replaceAll(" ");
            }
        }
        if (isPageNumber(line.text())) {
            return new Cue.PageLine("folio");
        }
        if (parts >= 2) {
            rest = LONE_NUMBER.matcher(rest).replaceAll(" ");
        }
        String words = Glyphs.strip(MARKS.matcher(rest).replaceAll(" "));
        boolean bare = parts > 0 && REST.matcher(rest).matches();
        if (NUMBERED_NAME.matcher(line.text()).matches()) {
            return new Cue.PageLine("folio");
        }
        boolean named = (parts > 0 && isNames(words)) || (parts >= 2 && isStaff(words));
        return bare || named ? new Cue.PageLine("folio") : null;
    }

    /// What is left beside a date and a weekday, where it is little: the page's name and staff.
    private static boolean isStaff(String words) {
        return words.length() <= LONGEST_REST && STAFF.matcher(words).matches();
    }

    private static boolean isNames(String words) {
        for (String word : words.split(" ", -1)) {
            if (!word.isEmpty() && !PAGE_NAME.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPageNumber(String text) {
        return PAGE_NUMBER.matcher(text).matches();
    }

    /// Cheap, since every line is asked: no folio holds a comma or quote, each holds a number or
    /// one of a few words.
    private static boolean couldBe(String text) {
        boolean says = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (NEVER.has(c)) {
                return false;
            }
            says |= SAYS.has(c);
            says |= c < 0x80 && Character.isLetter(c);
        }
        return says;
    }
}
