package org.broadsheet.ingest.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Contributor;
import org.jspecify.annotations.Nullable;

/// How a report opens: `康巴什讯 近日…` (004:95), `本报北京6月7日电`, `据新华社巴黎3月2日电（记者 …）`, `本报讯（记者 …）`,
/// `本报海湾5月3日专电`. The place, where one is named, is the dateline; whoever reports (`县融媒中心讯`) is
/// none. The words stay in the paragraph as printed.
///
/// @param place null where only the paper is named (本报讯)
/// @param people reporters named in brackets behind it
record Dateline(@Nullable String place, List<Contributor> people) {
    private static final String DATE = "(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日(?:凌晨|上午|下午|晚)?";
    private static final String AGENCY =
            "(?:据?(?:本报|新华社|新华网|中新社|中新网|人民日报|央视|路透社|法新社|美联社|共同社|中央社|新華社|本報|電訊|[\\p{IsHan}]{2,6}(?:日报|晚报|时报|早报|日報|通讯社)))";
    private static final Pattern OPENING =
            Pattern.compile(
                    "^[（(【]?(?:(?:"
                            + AGENCY
                            + "(?<place>[\\p{IsHan}·]{0,12}?)\\s?(?:"
                            + DATE
                            + ")?\\s?(?:[专專]?[电電]|讯|消息|訊))|(?<town>[\\p{IsHan}]{2,6})\\s?(?:"
                            + DATE
                            + ")?(?:讯|訊))(?<end>[）)】]?[\\s\\u3000：:]|[（(【]|[】）)](?=.))");
    private static final Pattern REPORTERS = Pattern.compile("^[（(](?<names>[^（）()]{2,40})[)）]");

    /// `本报讯 记者张伟报道 …`
    private static final Pattern REPORTER =
            Pattern.compile(
                    "^(?<names>(?:本报|本報)?(?:记者|記者|通讯员|通訊員)[\\p{IsHan} ]{2,20}?)(?:报道|報道|報導)");

    /// `【記者王小明／台北報導】…`
    private static final Pattern LED =
            Pattern.compile(
                    "^[【〔（(](?<names>(?:本報|本报|特派|特約)?(?:記者|记者)[^】〕）)]{2,30}?)(?:[／/](?<from>\\p{IsHan}{2,5}?)(?:縣|市)?(?:報導|报道|報道|專訪))[】〕）)]");

    private static final CharSet SAYS = new CharSet("讯电訊電息");
    private static final int WINDOW = 60;

    Dateline {
        people = List.copyOf(people);
    }

    /// Cheap, since every paragraph is asked: a dateline says 讯, 电 or 消息 early, and there it ends.
    private static boolean couldOpen(String paragraph) {
        for (int i = 0; i + 1 < paragraph.length() && i < 36; i++) {
            if (SAYS.has(paragraph.charAt(i))) {
                char next = paragraph.charAt(i + 1);
                if (Glyphs.isSpace(next) || "（(【】）)：:".indexOf(next) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    static @Nullable Dateline of(String paragraph) {
        boolean bracketed = Glyphs.opens(Glyphs.first(paragraph));
        if (!couldOpen(paragraph) && !bracketed) {
            return null;
        }
        String start = paragraph.substring(0, Math.min(WINDOW, paragraph.length()));
        Dateline led = bracketed ? led(start) : null;
        return led != null ? led : opening(start);
    }

    private static @Nullable Dateline led(String start) {
        Matcher led = LED.matcher(start);
        if (!led.lookingAt()) {
            return null;
        }
        List<Contributor> people = Names.read(led.group("names")).people();
        return people.isEmpty() ? null : new Dateline(led.group("from"), people);
    }

    private static @Nullable Dateline opening(String start) {
        Matcher opening = OPENING.matcher(start);
        if (!opening.lookingAt()) {
            return null;
        }
        String place =
                opening.group("town") != null ? opening.group("town") : opening.group("place");
        int behind = opening.start("end");
        Matcher reporters = REPORTERS.matcher(Glyphs.strip(start.substring(behind)));
        List<Contributor> people =
                reporters.lookingAt() ? Names.read(reporters.group("names")).people() : List.of();
        if (people.isEmpty()) {
            Matcher reporter = REPORTER.matcher(Glyphs.strip(start.substring(behind)));
            people = reporter.lookingAt() ? Names.read(reporter.group("names")).people() : people;
        }
        boolean named =
                place != null
                        && !place.isEmpty()
                        && "报報社网".indexOf(Glyphs.last(place)) < 0
                        && !place.endsWith("中心")
                        && !place.equals("综合")
                        && !place.equals("綜合");
        return new Dateline(named ? place : null, people);
    }
}
