package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Contributor;
import org.jspecify.annotations.Nullable;

/// Who took a picture: `桑斯尔 阿拉腾苏和 摄` (001:305), `郝悦如 摄` (003:391), or at the end of the caption:
/// `…活动现场。高凯 摄` (004:115). Also `摄影/…`, `本报记者 … 摄`, `新华社发（… 摄）`, `资料图片`, `（受訪者提供）`.
final class PhotoCredit implements Recogniser {
    private static final Pattern CREDIT =
            Pattern.compile(
                    "^[（(【]?(?:新华社发|新华社供图|本报)?[（(]?(?<names>[^（）()。，]{2,40}?)[\\s\\u3000/／]*"
                            + "(?:摄影报道|摄影|攝影|摄|攝|供图|图)[）)]?[）)】]?$");
    private static final Pattern LED =
            Pattern.compile(
                    "^[（(]?(?:摄影|攝影|图片|图|圖|供图|摄)[\\s\\u3000]*[/／:：|][\\s\\u3000]*(?<names>[^。，]{2,30}?)[）)]?$");
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "^\\(?(?i:photos?(?: by|:)|photographs? by|picture:)\\s+(?<names>[\\p{Lu}][\\p{L}.'-]*(?: [\\p{Lu}][\\p{L}.'-]*){0,3})(?:\\s?/.{2,30})?\\)?$");
    private static final Pattern NAMELESS =
            Pattern.compile(
                    "^[（(]?(?:资料图片|资料图|资料照片|資料圖片|图片来自网络|网络图片|新华社发|视觉中国供图"
                            + "|(?:受访者|受訪者|主办方|主辦方|活动方|校方|警方|读者|讀者)(?:供图|供圖|提供))[）)]?$"
                            + "|^[（(](?:影像中国|人民视觉|视觉中国|人民图片)[）)]$"
                            + "|^[（(](?:图片由|圖片由)?\\p{IsHan}{2,12}(?:提供|供图|供圖)[）)]$");
    private static final CharSet ENDS = new CharSet("摄攝影图圖发供）)】料片络报道道");
    private static final CharSet LEADS = new CharSet("摄攝图圖供（(");
    private static final CharSet CLOSING = new CharSet("）)】");
    private static final CharSet LAST = new CharSet("道影摄攝图");

    /// What stands between the word for the picture and the name behind it.
    private static final CharSet LEADING = new CharSet("/／：:|");

    private static final CharSet LED_BY = new CharSet("影图圖摄攝片");
    private static final int LONGEST = 60;
    private static final int LONGEST_NAME = 10;

    @Override
    public String signs() {
        return "摄攝图圖发片pP";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        List<String> names = photographers(line.text());
        return names == null ? null : new Cue.PhotoCredit(names);
    }

    /// The people a credit names, none for `资料图片`; null where the text is no credit.
    static @Nullable List<String> photographers(String text) {
        if (text.length() > LONGEST || !couldEnd(text)) {
            return null;
        }
        if (saysPhoto(text)) {
            Matcher english = ENGLISH.matcher(text);
            if (english.matches()) {
                return List.of(english.group("names"));
            }
        }
        if (NAMELESS.matcher(text).matches()) {
            return List.of();
        }
        Matcher led = LED.matcher(text);
        Matcher credit = CREDIT.matcher(text);
        String names =
                led.matches()
                        ? led.group("names")
                        : endsAsCredit(text) && credit.matches() ? credit.group("names") : "";
        if (names.isEmpty()) {
            return null;
        }
        Names.NameList list = Names.read(Glyphs.strip(names));
        if ((list.people().isEmpty() && list.organisation() == null) || list.crafted()) {
            return null;
        }
        boolean spelled = text.indexOf('摄') >= 0 || text.indexOf('攝') >= 0 || led.matches();
        return spelled || text.endsWith("供图") || list.roles()
                ? list.people().stream().map(Contributor::name).toList()
                : null;
    }

    /// Whether the last letter is one that credits end in, or a name may (摄影/…). Cheap, since every
    /// line is asked.
    private static boolean couldEnd(String text) {
        return ENDS.has(text.charAt(text.length() - 1))
                || LEADS.has(text.charAt(0))
                || text.contains("hoto")
                || text.contains("HOTO");
    }

    private static boolean saysPhoto(String text) {
        int first = text.charAt(0) == '(' ? 1 : 0;
        return first < text.length() && "pP".indexOf(text.charAt(first)) >= 0;
    }

    /// `…一千三百人次。图/桑落酒`: whether a name may stand behind the word for the picture.
    private static boolean endsInName(String caption) {
        for (int at = caption.length() - 2; at > caption.length() - LONGEST_NAME && at > 0; at--) {
            char c = caption.charAt(at);
            if (LEADING.has(c)) {
                return LED_BY.has(caption.charAt(at - 1));
            }
        }
        return false;
    }

    /// Whether the last letter before any bracket is one that `CREDIT` ends in.
    private static boolean endsAsCredit(String text) {
        int last = text.length() - 1;
        while (last > 0 && CLOSING.has(text.charAt(last))) {
            last--;
        }
        return LAST.has(text.charAt(last));
    }

    /// Where a credit begins at the end of a caption, behind the full stop; -1 without one.
    static int tailOf(String caption) {
        if (caption.length() < 4 || !(couldEnd(caption) || endsInName(caption))) {
            return -1;
        }
        for (int at = caption.length() - 2; at > Math.max(0, caption.length() - LONGEST); at--) {
            int before = caption.codePointBefore(at);
            boolean opens = caption.charAt(at) == '（' || caption.charAt(at) == '(';
            boolean dot = at > 1 && caption.charAt(before == ' ' ? at - 2 : at - 1) == '.';
            if ((Glyphs.endsSentence(before) || dot || Glyphs.closes(before) || opens)
                    && photographers(Glyphs.strip(caption.substring(at))) != null) {
                return at;
            }
        }
        return -1;
    }
}
