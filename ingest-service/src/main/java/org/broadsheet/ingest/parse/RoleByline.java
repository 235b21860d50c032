package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Contributor;
import org.jspecify.annotations.Nullable;

/// A byline that begins with a role: `本报记者 王玉琢 实习生 白帏绮` (003:3 behind its mark), `新华社记者…`, `文/图 …`,
/// `By …` in English. Names alone are not enough: see BareByline.
final class RoleByline implements Recogniser {
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "^(?:Story |STORY |Words |WORDS )?[Bb][Yy] (?<names>[A-Z][\\p{L}.'-]+( [A-Z][\\p{L}.'-]*){0,3}(( and| AND|,| in| IN)"
                            + " [A-Z].{1,40})?)$");
    private static final Pattern ENGLISH_PLACE = Pattern.compile(" (?:in|at|IN|AT) .*$");
    private static final Pattern ENGLISH_ROLE =
            Pattern.compile("(?i)reporter|writer|correspondent|staff|editor|daily|times|post");
    private static final Pattern PROSE = Pattern.compile("[，。；！？“”]");

    /// How the words end that a byline says who writes with: 作者, 通讯员, 实习生 and so on.
    private static final String SAYS = "特约 特邀 专栏 首席 作者 采写 口述 記者 记者 讯员 訊員 习生 習生 论员 論員 特派";

    private static final CharSet SAID = new CharSet(SAYS.replace(" ", ""));

    private static final Pattern WRITTEN = Pattern.compile("撰文|文[/／:：]|[/／]文");
    private static final Pattern COMMENTATOR =
            Pattern.compile("[□◎■●]?\\s?本(?:报|刊|網|网|報)(?:特约|特約|首席)?(?:评论员|評論員|编辑部|編輯部|社论|社論)");
    private static final Pattern PICTURES_ONLY = Pattern.compile(".*(?:摄|攝|摄影|攝影|供图)$");

    /// Writers who are no reporters: `特约分析师 茅迪`, `专栏作家　李明`.
    private static final Pattern INVITED =
            Pattern.compile(
                    "[□◎■●]?\\s?(?<role>(?:特约|特邀|专栏|本报首席|首席)\\p{IsHan}{1,5}[师员家人])[\\s\\u3000]+(?<name>\\p{IsHan}{2,3}|\\p{IsHan}[\\s\\u3000]+\\p{IsHan})");

    private static final int LONGEST = 60;

    @Override
    public String signs() {
        return "者员員撰派文图圖BbSW采口生约邀栏席";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        if (text.length() > LONGEST || line.endsSentence() || !says(text)) {
            return null;
        }
        Matcher english = ENGLISH.matcher(text);
        if (english.matches()) {
            return new Cue.Byline(english(english.group("names")), true);
        }
        if (Glyphs.opens(Glyphs.first(text))) {
            return null;
        }
        Matcher invited = INVITED.matcher(text);
        if (invited.matches() && Surnames.begin(Glyphs.solid(invited.group("name")))) {
            Contributor writer =
                    new Contributor(Glyphs.solid(invited.group("name")), invited.group("role"));
            return new Cue.Byline(List.of(writer), true);
        }
        if (COMMENTATOR.matcher(text).matches()) {
            return new Cue.Byline(List.of(), true);
        }
        if (PICTURES_ONLY.matcher(text).matches() && !WRITTEN.matcher(text).find()) {
            return null;
        }
        Names.NameList names = Names.read(text);
        boolean said = names.roles() || (names.crafted() && names.allKnownFamilies());
        boolean prose = PROSE.matcher(text).find() || Dateline.of(text) != null;
        return said && !prose && !names.people().isEmpty()
                ? new Cue.Byline(names.people(), true)
                : null;
    }

    private static boolean says(String text) {
        boolean picture =
                "文图圖".indexOf(Glyphs.first(text)) >= 0 || "文图圖".indexOf(Glyphs.last(text)) >= 0;
        boolean says = picture || text.indexOf('撰') >= 0 || isEnglish(text);
        for (int i = 1; i < text.length() && !says; i++) {
            if (!SAID.has(text.charAt(i))) {
                continue;
            }
            int at = SAYS.indexOf(text.charAt(i));
            while (at > 0 && SAYS.charAt(at - 1) != text.charAt(i - 1)) {
                at = SAYS.indexOf(text.charAt(i), at + 1);
            }
            says = at > 0 && SAYS.charAt(at) != ' ';
        }
        return says;
    }

    /// `By …`, `Story by …`.
    private static boolean isEnglish(String text) {
        return "BbSW".indexOf(Glyphs.first(text)) >= 0
                && (text.contains("By ") || text.contains("by ") || text.contains("BY "));
    }

    private static List<Contributor> english(String names) {
        List<Contributor> people = new ArrayList<>();
        for (String name :
                ENGLISH_PLACE.matcher(names).replaceFirst("").split(" (?i:and) |, ", -1)) {
            if (!name.isBlank() && !ENGLISH_ROLE.matcher(name).find()) {
                people.add(new Contributor(name.strip(), null));
            }
        }
        return people;
    }
}
