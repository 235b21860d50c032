package org.broadsheet.ingest.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.ingest.enrich.TaggedText.Word;

/// Names of organisations: a word that names a kind of organisation (局, 研究院, 党支部) with the nouns in
/// front of it, where a place begins the whole (鄂尔多斯碳中和研究院), or where it is told twice and more
/// than the kind (不动产登记中心).
final class Organisations {
    private static final int ORGANISATIONS_MAX = 20;
    private static final int LENGTH_MAX = 24;
    private static final int LENGTH_MIN = 4;

    /// How names of organisations end.
    private static final Set<String> KINDS =
            Set.of(
                    "公司", "集团", "大学", "学院", "学校", "中学", "小学", "幼儿园", "医院", "法院", "检察院", "研究院",
                    "研究所", "实验室", "银行", "报社", "日报社", "出版社", "电视台", "委员会", "常委会", "办公室", "工委", "党委",
                    "党组", "党支部", "党总支", "支部", "组织部", "宣传部", "统战部", "联盟", "协会", "联合会", "促进会", "学会",
                    "商会", "基金会", "支队", "大队", "派出所", "司法所", "街道", "社区", "煤矿", "林场", "监委", "发改委",
                    "国资委", "卫健委", "政府", "融媒体中心", "服务中心", "登记中心", "信访中心", "艺术中心");

    private static final int KIND_LENGTH_MAX =
            KINDS.stream().mapToInt(String::length).max().orElseThrow();

    /// What stands before 局 and 厅 in words that are no offices: 布局, 客厅.
    private static final String NO_BUREAU = "布格结全当邮药";

    private static final String NO_DEPARTMENT = "客餐舞大";

    /// Parts of speech of which names of organisations are made.
    private static final Pattern PART = Pattern.compile("n.*|j|b|vn|g.*|an|m|q|nz");

    /// A name does not begin with these, and with nothing else it is none.
    private static final Set<String> GENERIC =
            Set.of(
                    "基层", "机关", "企业", "各级", "有关", "相关", "上级", "下级", "全市", "全区", "全旗", "社会", "地方",
                    "部门", "单位", "市", "旗", "区", "县", "省", "国家", "先进", "优秀", "党员", "组织", "领导", "街道",
                    "社区", "牵头", "配合", "成员", "临时", "重点", "国有", "非公", "民营", "公司", "集团", "党支部", "支部",
                    "工作", "党建", "居民", "管理", "服务", "高新技术", "科技", "互联网", "自治区", "大", "该", "本", "一线",
                    "专职", "行业", "责任", "常态化", "四大", "红色", "党", "标准化", "示范", "堡垒", "研究院", "党群", "政务",
                    "有限", "有限公司", "党委", "政府", "人大", "苏木", "乡镇", "便民", "综合", "镇", "乡", "村", "嘎查",
                    "常委会");

    private Organisations() {}

    static List<String> in(TaggedText text) {
        Counted named = new Counted();
        List<String> withPlace = new ArrayList<>();
        for (List<Word> words : text.passages()) {
            for (int end = 0; end < words.size(); end++) {
                if (!isKind(words, end)) {
                    continue;
                }
                int start = start(words, end);
                String name = joined(words, start, end);
                if (name.length() < LENGTH_MIN || isGeneric(words, start, end)) {
                    continue;
                }
                named.add(name);
                if (words.get(start).isPlace()) {
                    withPlace.add(name);
                }
            }
        }
        List<String> accepted =
                named.byFrequency(Integer.MAX_VALUE).stream()
                        .filter(name -> withPlace.contains(name) || named.count(name) > 1)
                        .toList();
        return accepted.stream()
                .filter(name -> accepted.stream().noneMatch(other -> isLonger(name, other)))
                .limit(ORGANISATIONS_MAX)
                .toList();
    }

    /// 东胜区天骄街道 is 天骄街道.
    private static boolean isLonger(String name, String other) {
        return name.length() > other.length() && name.endsWith(other);
    }

    /// The last word of a name: no other kind stands behind it (研究院 in 研究院党支部).
    private static boolean isKind(List<Word> words, int at) {
        return isKind(words.get(at)) && !(at + 1 < words.size() && isKind(words.get(at + 1)));
    }

    private static boolean isKind(Word word) {
        return (word.nature().startsWith("n") || word.nature().equals("j")) && isKind(word.text());
    }

    private static boolean isKind(String word) {
        int last = word.length() - 1;
        if (last > 0 && word.charAt(last) == '局') {
            return NO_BUREAU.indexOf(word.charAt(last - 1)) < 0;
        }
        if (last > 0 && word.charAt(last) == '厅') {
            return NO_DEPARTMENT.indexOf(word.charAt(last - 1)) < 0;
        }
        for (int length = 2; length <= Math.min(KIND_LENGTH_MAX, word.length()); length++) {
            if (KINDS.contains(word.substring(word.length() - length))) {
                return true;
            }
        }
        return false;
    }

    private static int start(List<Word> words, int end) {
        int start = end;
        int length = words.get(end).text().length();
        while (start > 0
                && PART.matcher(words.get(start - 1).nature()).matches()
                && length + words.get(start - 1).text().length() <= LENGTH_MAX) {
            start--;
            length += words.get(start).text().length();
        }
        // From the first place on; else from the first word that says something.
        for (int i = start; i <= end; i++) {
            if (words.get(i).isPlace()) {
                return i;
            }
        }
        while (start < end
                && (GENERIC.contains(words.get(start).text())
                        || words.get(start).nature().equals("m")
                        || words.get(start).nature().equals("q"))) {
            start++;
        }
        return start;
    }

    /// Nothing in it says which one is meant, or its beginning was cut off.
    private static boolean isGeneric(List<Word> words, int start, int end) {
        Word first = words.get(start);
        if (start == end) {
            return !first.nature().startsWith("nt");
        }
        return first.text().length() == 1
                || words.subList(start, end).stream()
                        .allMatch(word -> GENERIC.contains(word.text()));
    }

    private static String joined(List<Word> words, int start, int end) {
        StringBuilder name = new StringBuilder();
        words.subList(start, end + 1).forEach(word -> name.append(word.text()));
        return name.toString();
    }
}
