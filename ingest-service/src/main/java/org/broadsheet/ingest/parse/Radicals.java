package org.broadsheet.ingest.parse;

import java.text.Normalizer;

/// Folds the radical forms that some extractors write for whole characters (⻓ for 长, ⽇ for 日) and
/// the long dash they make of two. A page that holds such forms is repaired line by line, and each
/// line says so. The Kangxi radicals (U+2F00) fold by Unicode's compatibility mapping, the later
/// ones (U+2E80) by the table.
final class Radicals {
    private static final String FORMS =
            "⺁⺄⺅⺈⺍⺖⺗⺘⺙⺛⺝⺟⺠⺡⺣⺤⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺳⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳";
    private static final String CHARACTERS =
            "厂乙亻刀小忄心扌攵旡月母民氵灬爪丬犭王疋目示礻竹糸纟罒网罒羊羊羊耂肀聿肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶邑钅長镸长门阜阝雨青韦页风飞食食食饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    private Radicals() {}

    static String fold(String text) {
        StringBuilder folded = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x2E3A && c < 0x2FE0) {
                folded = folded == null ? new StringBuilder(text.substring(0, i)) : folded;
                folded.append(whole(c));
            } else if (folded != null) {
                folded.append(c);
            }
        }
        return folded == null ? text : folded.toString();
    }

    private static String whole(char c) {
        if (c == '⸺') {
            return "——";
        }
        int at = FORMS.indexOf(c);
        return at >= 0
                ? CHARACTERS.substring(at, at + 1)
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    }
}
