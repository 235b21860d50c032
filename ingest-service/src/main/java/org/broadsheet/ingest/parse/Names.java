package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Contributor;
import org.jspecify.annotations.Nullable;

/// Reads a list of people with their roles: `本报记者 王玉琢 实习生 白帏绮` (003:3). A role holds until the next
/// one. Names come out without the space that spreads a short one (刘 悦, 000:3); names run together
/// (李冬梅高瑶) are parted where two family names make the cut likely. Comes out empty where the text
/// holds anything that is neither.
final class Names {
    private static final String ROLE_END = "(?:记者|記者|通讯员|通訊員|实习生|實習生|评论员|評論員|特派员|特約撰稿|特约撰稿|撰稿人)";
    private static final String ROLE_PREFIX =
            "(?:本报|本報|本台|本刊|本网|新华社|新華社|中新社|人民日报|全媒体|融媒体|全媒體|融媒|见习|見習|实习|實習|特约|特約|首席|高级|驻\\p{IsHan}{2,4}|報業|报业|集团|\\p{IsHan}{0,6}(?:报|報)(?=(?:特约|特派|首席|实习|见习)?记者)|《\\p{IsHan}{2,6}》)";
    private static final Pattern ROLE =
            Pattern.compile("(?:" + ROLE_PREFIX + "{0,4}" + ROLE_END + ")+");
    private static final Pattern ROLE_TOKEN =
            Pattern.compile(
                    "[\\p{IsHan}·]{0,14}"
                            + ROLE_END
                            + "|(?:特约|签约|本报)?(?:摄影师|攝影師)|撰文|采写|采訪|采访|撰稿|执笔|整理|编译|作者|主笔|主持人|编辑整理|口述|讲述");
    private static final Set<String> PICTURES =
            Set.of("图", "圖", "图片", "圖片", "摄影", "攝影", "摄", "攝", "供图", "制图", "绘图", "插图", "漫画");

    private static final Pattern OWN = Pattern.compile("本[报報刊台]|新华社|新華社");
    private static final Pattern PEN_NAME =
            Pattern.compile("[\\p{IsHan}&&[^在走看说访见问体探跟直亲随追调观手来从与和的了点帮蹲夜]]\\p{IsHan}{1,2}");

    /// `本报记者蓼子洲报道`.
    private static final Pattern GLUED_REPORT =
            Pattern.compile("(?<=[记記]者\\p{IsHan}{2,4})(?:摄影|攝影)?(?:报道|報道|報導|报导)$");

    /// One of which ends whatever `GLUED_REPORT` matches.
    private static final CharSet ENDS_REPORT = new CharSet("道導导");

    /// Who else is named in a byline, and wrote nothing.
    private static final Set<String> EDITORS = Set.of("编辑", "責編", "责编", "校对", "美编", "版式", "设计");

    /// `報導` behind the names, mostly with the place it was written in: `／台北報導`.
    private static final Pattern REPORTED =
            Pattern.compile("\\p{IsHan}{0,6}(?:報導|報道|报道|报导|專訪|专稿|综合报道)");

    /// Whose pictures they are where no one is named: `图：受访者提供`.
    private static final Pattern GIVEN =
            Pattern.compile("(?:受访者|受訪者|采访对象|单位|資料|资料|网络|網絡)(?:提供|供图|供圖|图片|圖片)?");

    /// Where a report was sent from, behind its writer: `本报特派记者 … 发自 云台`.
    private static final Pattern SENT_FROM =
            Pattern.compile("[\\s\\u3000]*(?:发自|發自|报道自|摄于)[\\s\\u3000]*\\p{IsHan}{2,8}$");

    private static final Pattern CRAFT =
            Pattern.compile(
                    "(?:摄影报道|攝影報道|图片报道|文[/／、并]?[图圖]|[图圖][/／、]?文|文[/／]摄|撰文|供图|文|图|圖|摄影|攝影|摄|攝|漫画|制图|绘图|插图)");
    private static final Pattern ORGANISATION =
            Pattern.compile(
                    "[\\p{IsHan}]{2,20}(?:部|局|委|办|中心|社|院|组|厅|会|馆|校|公司|集团|大学|中学|小学|法院|学院|医院|报|网|台|处|科|队|站|所|镇|乡|街道|旗|县|市|区)");
    private static final Pattern NAME =
            Pattern.compile("\\p{IsHan}{2,6}|\\p{IsHan}{1,6}[·•.]\\p{IsHan}{1,8}");
    private static final Pattern LATIN_NAME =
            Pattern.compile("[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,3}");
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?:连线|連線|调查|調查|手记|手記|观察|觀察|走基层|走一线|帮办|帮忙|来信|视点|视线|探访|体验|专访|日记|札记|出击|关注|聚焦|跑腿|走访|采访|直击|亲历|蹲点|体察|感悟)");
    private static final CharSet SEPARATORS =
            new CharSet(" \t\n\u000B\f\r\u3000\u00A0,，、;；:：|丨/／（）()");
    private static final int LONGEST = 80;

    /// The longest that `CRAFT` matches.
    private static final int LONGEST_CRAFT = 4;

    /// What no part of a list of names holds.
    private static final CharSet NEVER = new CharSet("0123456789。！？“”…—%");

    /// One of which stands in each word for a role.
    private static final CharSet IN_ROLE = new CharSet("者员員生稿人");

    /// One of which ends whatever `ROLE_TOKEN` and `ROLE` match.
    private static final CharSet ENDS_ROLE = new CharSet("者员員生稿人师師文写訪访笔理译述");

    /// What a name list holds.
    ///
    /// @param people in printed order
    /// @param crafted whether 文, 图 or 摄 stood with the names
    /// @param roles whether a role word (记者, 通讯员) stood with them
    /// @param organisation an office that signs, null without
    record NameList(
            List<Contributor> people,
            boolean crafted,
            boolean roles,
            @Nullable String organisation) {
        static final NameList NONE = new NameList(List.of(), false, false, null);

        boolean allKnownFamilies() {
            return people.stream().allMatch(p -> Surnames.begin(p.name()));
        }
    }

    private Names() {}

    static NameList read(String text) {
        if (text.length() > LONGEST || NEVER.isIn(text)) {
            return NameList.NONE;
        }
        List<String> tokens = tokens(withoutPlace(text));
        Reading reading = new Reading();
        for (int i = 0; i < tokens.size(); i++) {
            if (!reading.take(tokens.get(i))) {
                return NameList.NONE;
            }
        }
        return reading.result();
    }

    private static String withoutPlace(String text) {
        return text.indexOf('自') >= 0 || text.contains("摄于")
                ? SENT_FROM.matcher(text).replaceFirst("")
                : text;
    }

    /// Cuts at spaces and list marks, then parts a role word from a name glued to it.
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String piece : pieces(text)) {
            if (!IN_ROLE.isIn(piece)) {
                tokens.add(piece);
                continue;
            }
            boolean reported = ENDS_REPORT.has(piece.charAt(piece.length() - 1));
            String rest = reported ? GLUED_REPORT.matcher(piece).replaceFirst("") : piece;
            Matcher role = ROLE.matcher(rest);
            if (tokens.isEmpty()
                    && role.find()
                    && role.start() > 0
                    && role.end() == rest.length()) {
                tokens.add(rest);
                continue;
            }
            role = ROLE.matcher(rest);
            while (role.find() && isName(rest.substring(0, role.start()))) {
                String behind = rest.substring(role.end());
                if (!isNameOrNothing(role.group(), behind) && !ROLE.matcher(behind).find()) {
                    break;
                }
                if (role.start() > 0) {
                    tokens.add(rest.substring(0, role.start()));
                }
                tokens.add(role.group());
                rest = behind;
                role = ROLE.matcher(rest);
            }
            if (!rest.isEmpty()) {
                tokens.add(rest);
            }
        }
        return tokens;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || SEPARATORS.has(text.charAt(at))) {
                if (at > from) {
                    pieces.add(text.substring(from, at));
                }
                from = at + 1;
            }
        }
        return pieces;
    }

    /// What is glued to a role word must begin with a family name: `本报记者王玉琢`, not `记者走基层`. Behind
    /// 本报 it may be a pen name: `本报记者云中鹤`.
    private static boolean isNameOrNothing(String role, String rest) {
        if (rest.isEmpty()) {
            return true;
        }
        boolean penName = OWN.matcher(role).lookingAt() && PEN_NAME.matcher(rest).matches();
        return rest.length() <= 6
                && (Surnames.begin(rest) || penName)
                && !LABEL.matcher(rest).matches();
    }

    /// What stands between two glued role words: `本报记者李杰涛通讯员罗丽平`.
    private static boolean isName(String text) {
        return text.isEmpty() || (text.length() <= 4 && Surnames.begin(text));
    }

    private static final class Reading {
        private final List<Contributor> people = new ArrayList<>();
        private @Nullable String role;
        private String half = "";
        private final List<Contributor> photographers = new ArrayList<>();
        private boolean crafted;
        private boolean craftLeads;
        private boolean pictures;
        private int since;
        private boolean roles;
        private @Nullable String organisation;

        boolean take(String token) {
            if (isRole(token)) {
                role = token;
                roles = true;
                pictures = pictures && craftLeads;
                craftLeads |= people.isEmpty() && photographers.isEmpty() && token.equals("撰文");
                return half.isEmpty();
            }
            if (EDITORS.contains(token) && !people.isEmpty()) {
                pictures = true;
                return half.isEmpty();
            }
            if (token.length() <= LONGEST_CRAFT && CRAFT.matcher(token).matches()) {
                takeCraft(token);
                return half.isEmpty();
            }
            if (!people.isEmpty() && REPORTED.matcher(token).matches()) {
                return half.isEmpty();
            }
            if (crafted && GIVEN.matcher(token).matches()) {
                return half.isEmpty();
            }
            if (token.codePointCount(0, token.length()) == 1) {
                return takeHalf(token);
            }
            if (!half.isEmpty()) {
                return false;
            }
            if (isPlainName(token)) {
                split(token).forEach(this::add);
                return true;
            }
            if (ORGANISATION.matcher(token).matches()) {
                organisation = token;
                return true;
            }
            return (NAME.matcher(token).matches() || LATIN_NAME.matcher(token).matches())
                    && add(token);
        }

        /// `撰文/张伟 摄影/李明`, `张伟/文 李明/摄`: who took the pictures is no writer. Where the first word is
        /// such a word, each stands before its names, else behind them.
        private void takeCraft(String token) {
            crafted = true;
            boolean picture = PICTURES.contains(token);
            if (people.isEmpty() && photographers.isEmpty()) {
                craftLeads = true;
                return;
            }
            if (craftLeads) {
                pictures = picture;
            } else if (since < people.size()) {
                List<Contributor> own = people.subList(since, people.size());
                if (picture) {
                    photographers.addAll(own);
                    own.clear();
                }
                since = people.size();
            }
        }

        private boolean takeHalf(String character) {
            if (!Glyphs.isHan(character.codePointAt(0))) {
                return false;
            }
            if (half.isEmpty()) {
                half = character;
                return true;
            }
            add(half + character);
            half = "";
            return true;
        }

        private boolean add(String name) {
            (pictures ? photographers : people).add(new Contributor(name, role));
            return true;
        }

        NameList result() {
            if (!half.isEmpty()) {
                return NameList.NONE;
            }
            List<Contributor> named = people.isEmpty() ? photographers : people;
            return new NameList(List.copyOf(named), crafted, roles, organisation);
        }
    }

    private static boolean isRole(String token) {
        return ENDS_ROLE.has(token.charAt(token.length() - 1))
                && (ROLE_TOKEN.matcher(token).matches() || ROLE.matcher(token).matches());
    }

    private static boolean isPlainName(String token) {
        return NAME.matcher(token).matches()
                && ((Surnames.begin(token) && token.length() <= 4)
                        || !ORGANISATION.matcher(token).matches());
    }

    /// 李冬梅高瑶 is two people: both cuts begin with a common family name and leave two or three
    /// characters each. Where the cut is not certain the name stays whole.
    private static List<String> split(String token) {
        if (token.length() < 4 || token.length() > 6 || !Surnames.commonlyBegin(token)) {
            return List.of(token);
        }
        for (int cut : new int[] {3, 2}) {
            String second = token.substring(cut);
            boolean wholeName = second.length() == 2 || second.length() == 3;
            if (wholeName && Surnames.commonlyBegin(second)) {
                return List.of(token.substring(0, cut), second);
            }
        }
        return List.of(token);
    }
}
