package org.broadsheet.ingest.parse;

/// An item of a column of briefs: `● 青杨区图书馆新馆昨日开放，馆藏图书42万册…`, `■ 市公交集团开通三条…`. Each is a piece of
/// its own without a headline. The same marks stand before bylines (■于向阳), which are shorter and
/// are named before.
final class BriefItem {
    private static final int SHORTEST = 14;

    private BriefItem() {}

    static boolean begins(String text) {
        return text.length() >= SHORTEST && "●■◆◇○□★☆◎▪".indexOf(Glyphs.first(text)) >= 0;
    }
}
