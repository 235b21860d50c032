package org.broadsheet.ingest.enrich;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.ingest.enrich.TaggedText.Word;

/// Names of persons. Of what HanLP takes for a name, every other is none (时说, 都将): a name here
/// begins with a surname and stands beside a word that goes with persons, or is told twice, or is
/// listed with one that is accepted.
final class Persons {
    private static final int PERSONS_MAX = 20;

    /// The 150 most frequent surnames, and double ones.
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊"
                    + "白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦岳齐梅庄辛管祝左涂"
                    + "谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强丛娄车蓝边简习朴邢詹";

    private static final Pattern DOUBLE_SURNAME =
            Pattern.compile("(?:欧阳|上官|司马|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|长孙|宇文|夏侯).{1,2}");

    private static final Pattern ROLE_BEFORE =
            Pattern.compile(
                    "书记|[省市区县旗镇乡村局厅处科部院校厂社会组队团班排连营]长|主任|主席|经理|总裁|委员|代表|教授|讲师|医生|医师|护士|老师"
                            + "|工人|员工|职工|党员|干部|居民|村民|牧民|农民|市民|社员|志愿者|记者|负责人|民警|战士|烈士|英雄|模范|愚公|榜样|同志|工程师|研究员|法官|检察官"
                            + "|律师|学生|同学|作家|诗人|演员|导演|画家|会员|户主|老人|青年|师傅|网格员|讲解员|带头人|军官|领导人");
    private static final Pattern SAID_AFTER =
            Pattern.compile(
                    "说|介绍|表示|告诉|坦言|回忆|认为|指出|强调|要求|感慨|感叹|高兴|自豪|激动|同志|先生|女士|老师|教授|总书记|主席|书记|总理|烈士|摄|带领|主持|出席");
    private static final Set<String> JOINED = Set.of("、", "和", "与", "及");

    /// No name ends so; a wrongly cut word does (高兴地, 方向和).
    private static final String NOT_LAST = "地和的了着在是为与及等说社这那";

    /// What is named after a person or only looks like one: 霍都奇林场 is no person.
    private static final Pattern KIND_AFTER =
            Pattern.compile("林场|农场|牧场|公司|集团|街道|社区|小区|村|镇|乡|路|街|河|山|煤矿|学校|小学|中学|大学");

    private Persons() {}

    static List<String> in(TaggedText text) {
        Counted named = new Counted();
        Set<String> accepted = new LinkedHashSet<>();
        List<List<String>> lists = new ArrayList<>();
        for (List<Word> words : text.passages()) {
            for (int i = 0; i < words.size(); i++) {
                if (!isName(words.get(i)) || !mayStandThere(words, i)) {
                    continue;
                }
                String name = whole(words, i);
                named.add(name);
                if (isBesidePersonWord(words, i)) {
                    accepted.add(name);
                }
                if (i + 2 < words.size()
                        && JOINED.contains(words.get(i + 1).text())
                        && isName(words.get(i + 2))) {
                    lists.add(List.of(name, words.get(i + 2).text()));
                }
            }
        }
        named.names().stream()
                .filter(name -> name.length() > 2 && named.count(name) > 1)
                .forEach(accepted::add);
        acceptListed(lists, accepted);
        return named.byFrequency(Integer.MAX_VALUE).stream()
                .filter(accepted::contains)
                .limit(PERSONS_MAX)
                .toList();
    }

    /// In 毛泽东、朱德、林伯渠 one vouches for the next, forwards and backwards.
    private static void acceptListed(List<List<String>> lists, Set<String> accepted) {
        lists.stream()
                .filter(pair -> pair.stream().anyMatch(accepted::contains))
                .forEach(accepted::addAll);
        lists.reversed().stream()
                .filter(pair -> pair.stream().anyMatch(accepted::contains))
                .forEach(accepted::addAll);
    }

    private static boolean isName(Word word) {
        String name = word.text();
        if (word.nature().equals("nrf")) {
            return name.length() >= 4;
        }
        return word.nature().startsWith("nr")
                && name.length() >= 2
                && name.length() <= 4
                && NOT_LAST.indexOf(name.charAt(name.length() - 1)) < 0
                && (name.length() < 4
                        ? SURNAMES.indexOf(name.charAt(0)) >= 0
                        : DOUBLE_SURNAME.matcher(name).matches());
    }

    private static boolean mayStandThere(List<Word> words, int at) {
        if (at > 0 && words.get(at - 1).text().matches("[”’」』0-9.]+|.*[0-9]")) {
            return false;
        }
        if (at > 0 && words.get(at - 1).nature().matches("m|mq|q")) {
            return false;
        }
        return at + 1 == words.size() || !KIND_AFTER.matcher(words.get(at + 1).text()).lookingAt();
    }

    /// 贺军 and 友 in 贺军友说 are one name: a character alone between a name and what its bearer does.
    private static String whole(List<Word> words, int at) {
        String name = words.get(at).text();
        boolean isCut =
                name.length() == 2
                        && at + 2 < words.size()
                        && words.get(at + 1).text().matches("\\p{IsHan}")
                        && NOT_LAST.indexOf(words.get(at + 1).text()) < 0
                        && !words.get(at + 1).nature().matches("[cdpuy].*")
                        && SAID_AFTER.matcher(words.get(at + 2).text()).lookingAt();
        return isCut ? name + words.get(at + 1).text() : name;
    }

    private static boolean isBesidePersonWord(List<Word> words, int at) {
        boolean before = at > 0 && endsWithRole(words.get(at - 1).text());
        boolean after =
                at + 1 < words.size() && SAID_AFTER.matcher(words.get(at + 1).text()).lookingAt();
        boolean endsList =
                at > 1
                        && at + 1 < words.size()
                        && isName(words.get(at - 2))
                        && words.get(at - 1).text().equals("、")
                        && words.get(at + 1).text().equals("等");
        boolean cut = whole(words, at).length() > words.get(at).text().length();
        return before || after || endsList || cut;
    }

    private static boolean endsWithRole(String word) {
        return ROLE_BEFORE.matcher(word).results().anyMatch(role -> role.end() == word.length());
    }
}
