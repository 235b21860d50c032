package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who made the page: `■值班主任 刘 悦` (000:3), `责任编辑：… 版式：… 校对：…`, telephone and mail of the newsroom.
final class EditorOnDuty implements Recogniser {
    private static final Pattern STAFF =
            Pattern.compile(
                    "^[■□●◎◆▲|\\s]*(?:24小时|本版|本报|本期|今日|执行|值班|责任|总|副总|首席|视觉|美术|图片|版面|新闻)*"
                            + "(?:主任|总监|责编|责任编辑|责任校对|编辑|编委|主编|总编辑|美编|校对|版式|组版|制版|排版|统筹|签发|監製|责校|视觉|設計|设计|一读|二读|編輯|校對|審校|审校|责任美编|电子信箱|投稿邮箱|新闻热线|热线|电话|邮箱|E-?mail|传真)"
                            + "[\\s\\u3000:：/／|丨].*");

    /// The same run together: `编辑余波组版夏青电话：0888-5550102`.
    private static final Pattern RUN_TOGETHER =
            Pattern.compile(
                    "(?:(?:责编|编辑|主编|美编|组版|版式|排版|校对|校检|審校|編輯|責編|美編|校對)\\p{IsHan}{2,3}?){2,5}"
                            + "(?:(?:电话|热线|電話|邮箱)[:：\\d-]*)?");

    /// `广告热线：0777-8600007`.
    private static final Pattern NUMBER =
            Pattern.compile("\\p{IsHan}{0,4}(?:热线|电话|熱線|電話|传真|微信|QQ)[:：]?\\s?[\\d\\s—-]{5,}");

    /// `编辑：你们好！前几天…` opens a letter to the editor.
    private static final CharSet PROSE = new CharSet("，。！？；");

    /// One of which stands in each word for who made the page or how to reach them.
    private static final CharSet SAYS = new CharSet("任监監编編校版统签视設设读箱线線话話邮E传微Q");

    @Override
    public String signs() {
        return " \u3000:：/／|丨编編校热熱电電";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        boolean says =
                text.length() <= 120
                        && !line.endsSentence()
                        && !PROSE.isIn(text)
                        && SAYS.isIn(text)
                        && (STAFF.matcher(text).matches()
                                || NUMBER.matcher(text).matches()
                                || RUN_TOGETHER.matcher(text).matches());
        return says ? new Cue.PageLine("editor on duty") : null;
    }
}
