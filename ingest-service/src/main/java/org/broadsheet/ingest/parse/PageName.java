package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name of the page or paper on a line of its own: ` 周刊` (003:1), 党群版 (002:1, printed with a
/// shadow), 要闻, 鄂尔多斯日报.
final class PageName implements Recogniser {
    private static final Pattern NAME =
            Pattern.compile(
                    "(?:\\p{IsHan}{0,8}(?:周刊|副刊|专刊|專刊|特刊|週刊)|\\p{IsHan}{1,4}版|\\p{IsHan}{2,8}(?:日报|晚报|早报|时报|都市报|晨报|日報|晚報|時報|周报|導報|导报|快报)"
                            + "|要闻|综合|时政|国内|国际|要聞|綜合|國際|國內|广告|公告)");

    private static final Pattern ENGLISH =
            Pattern.compile(
                    "(?:The |THE )?(?:[A-Z][A-Za-z]+ ){1,3}(?i:" + EnglishText.PAPERS + ")");

    /// What page names end in.
    private static final String LAST = "刊版报報快闻聞合政内內际際要告";

    private static final String ENGLISH_LAST = "YTSDELNKOWRytsdelnkowr";

    @Override
    public String signs() {
        return LAST + ENGLISH_LAST;
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        if (line.text().length() <= 32
                && ENGLISH_LAST.indexOf(Glyphs.last(line.text())) >= 0
                && ENGLISH.matcher(line.text()).matches()) {
            return new Cue.PageLine("page name");
        }
        boolean could = line.text().length() <= 10 && LAST.indexOf(Glyphs.last(line.text())) >= 0;
        return could && NAME.matcher(line.text().replace(" ", "")).matches()
                ? new Cue.PageLine("page name")
                : null;
    }
}
