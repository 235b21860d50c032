package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// The words that head a notice, often spaced out: 通 告, 遗失声明, 停电通知, 沉痛悼念某某同志. What stands under
/// them repeats nothing of them.
final class NoticeTitle {
    private static final int LONGEST = 18;
    private static final CharSet LAST = new CharSet("告事知明");
    private static final Pattern TITLE =
            Pattern.compile(
                    "(?:通[\\s\\u3000]?告|公[\\s\\u3000]?告|启[\\s\\u3000]?事|通[\\s\\u3000]?知|声[\\s\\u3000]?明|讣[\\s\\u3000]?告|\\p{IsHan}{2,12}(?:公告|声明|启事|通告|通知|讣告)|沉痛悼念\\p{IsHan}{2,12})");

    private NoticeTitle() {}

    static boolean is(String heading) {
        return heading.length() <= LONGEST
                && !heading.isEmpty()
                && (LAST.has(heading.charAt(heading.length() - 1)) || heading.startsWith("沉痛"))
                && TITLE.matcher(heading).matches();
    }
}
