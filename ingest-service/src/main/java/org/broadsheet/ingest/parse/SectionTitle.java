package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// What heads the parts of a report on a case or on health: `法官说法`, `案情回顾`, `专家提醒`. It is a
/// subhead, however much the subject changes there: what the judge says belongs to the case told
/// above.
final class SectionTitle {
    private static final int LONGEST = 7;
    private static final Pattern TITLE =
            Pattern.compile(
                    "[【\\[]?(?:(?:法官|检察官|律师|专家|医生|医师|民警|警方|交警|记者)(?:说法|释法|提醒|提示|解读|点评|建议|寄语|手记)"
                            + "|(?:案情|案件|事件)(?:回顾|回放|简介|经过)|基本案情|裁判要旨|典型意义|争议焦点)[】\\]]?");

    private SectionTitle() {}

    static boolean is(String heading) {
        return heading.length() <= LONGEST && TITLE.matcher(heading).matches();
    }
}
