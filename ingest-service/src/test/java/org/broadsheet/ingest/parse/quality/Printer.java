package org.broadsheet.ingest.parse.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Sets articles into a sheet by a newspaper's habits and notes where everything went.
final class Printer {
    private static final String FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉红";
    private static final String[] KICKERS = {
        "达拉特旗", "市自然资源局", "伊金霍洛旗红庆河镇", "市第一中学", "东胜区民族街道", "市人民检察院"
    };
    private static final String[] PLACES = {"康巴什", "北京", "呼和浩特", "锡尼", "树林召", "上海"};
    private static final String SIMPLE = "国会发业产这为们来时对学习点级层设队员动进务实党讯电记区东车书无见长门问间";
    private static final String TRADITIONAL = "國會發業產這為們來時對學習點級層設隊員動進務實黨訊電記區東車書無見長門問間";

    private final PracticeStyle style;
    private final Sheet sheet;
    private final RandomGenerator random;

    Printer(PracticeStyle style, Sheet sheet, RandomGenerator random) {
        this.style = style;
        this.sheet = sheet;
        this.random = random;
    }

    PracticeArticle article(Material material, boolean headlineLater) {
        PracticeArticle article = new PracticeArticle("article");
        boolean missing = random.nextInt(style.headlineFollows() ? 6 : 12) == 0;
        String headline = missing ? "" : material.headline();
        article.field("waiting", headline);
        String person = name();
        boolean signed = headline.isEmpty() ? random.nextInt(4) > 0 : random.nextInt(7) > 0;
        int form = signed ? style.bylineForm() : -1;
        sheet.blank();
        if (!style.headlineFollows()) {
            headline(article, headline);
        }
        byline(article, form, person);
        List<String> paragraphs = paragraphs(article, material, form, person);
        int width = style.width();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (i > 1 && i + 1 < paragraphs.size() && random.nextInt(7) == 0) {
                subhead(article, paragraphs.get(i));
            }
            if (random.nextInt(12) == 0) {
                width = Math.max(8, width + random.nextInt(9) - 4);
            }
            paragraph(article, paragraphs.get(i), width, i == 0);
        }
        signature(article, form, person);
        if (style.headlineFollows() && !headlineLater) {
            sheet.blank();
            headline(article, headline);
        }
        sheet.blank();
        if (!headlineLater) {
            article.truth().remove("waiting");
        }
        return article;
    }

    void lateHeadline(PracticeArticle article) {
        sheet.blank();
        headline(article, article.truth().get("waiting").asText());
        article.truth().remove("waiting");
        sheet.blank();
    }

    /// Two stories set side by side: the first stops in mid-sentence, the second begins and stops,
    /// the first goes on, the second goes on.
    List<PracticeArticle> interleaved(Material one, Material other) {
        PracticeArticle first = new PracticeArticle("article");
        PracticeArticle second = new PracticeArticle("article");
        List<String> firstText = one.paragraphs();
        List<String> secondText = other.paragraphs();
        sheet.blank();
        headline(first, one.headline());
        String firstRest = half(first, firstText);
        sheet.blank();
        headline(second, other.headline());
        String secondRest = half(second, secondText);
        sheet.blank();
        rest(first, firstRest, firstText);
        sheet.blank();
        rest(second, secondRest, secondText);
        sheet.blank();
        return List.of(first, second);
    }

    private String half(PracticeArticle article, List<String> paragraphs) {
        int middle = paragraphs.size() / 2;
        for (int i = 0; i < middle; i++) {
            paragraph(article, paragraphs.get(i), style.width(), i == 0);
        }
        String cut = paragraphs.get(middle);
        List<String> lines =
                style.wrapped()
                        ? Sheet.wrap(cut, style.width(), 2)
                        : List.of(cut.substring(0, cut.length() / 2));
        int keep = Math.max(1, lines.size() / 2);
        int length = 0;
        for (int i = 0; i < keep; i++) {
            length += lines.get(i).length();
            int line = sheet.line((i == 0 ? style.indent() : "") + punctuated(lines.get(i)));
            article.bodyLine(line, i == 0);
        }
        return cut.substring(length);
    }

    private void rest(PracticeArticle article, String rest, List<String> paragraphs) {
        for (String line : style.wrapped() ? Sheet.wrap(rest, style.width(), 0) : List.of(rest)) {
            if (!line.isEmpty()) {
                article.bodyLine(sheet.line(punctuated(line)), false);
            }
        }
        for (int i = paragraphs.size() / 2 + 1; i < paragraphs.size(); i++) {
            paragraph(article, paragraphs.get(i), style.width(), false);
        }
    }

    private void headline(PracticeArticle article, String headline) {
        if (headline.isEmpty()) {
            return;
        }
        if (random.nextInt(5) == 0) {
            String kicker = KICKERS[random.nextInt(KICKERS.length)];
            article.field("kicker", kicker);
            article.fieldLine("kickerLines", sheet.line(kicker));
            partHeading();
        }
        article.field("headline", script(headline));
        String mark = style.markdown() ? "## " : "";
        int space = headline.indexOf(' ');
        if (space > 0 && !style.markdown() && random.nextInt(4) == 0) {
            article.fieldLine("headlineLines", sheet.line(headline.substring(0, space)));
            article.fieldLine("headlineLines", sheet.line(headline.substring(space + 1)));
        } else {
            String printed = random.nextInt(3) == 0 ? headline.replace(" ", "") : headline;
            article.fieldLine("headlineLines", sheet.line(mark + printed));
        }
        if (random.nextInt(8) == 0) {
            partHeading();
            String deck = "——" + PLACES[random.nextInt(PLACES.length)] + "推进重点工作综述";
            article.field("deck", script(deck));
            article.fieldLine("deckLines", sheet.line(deck));
        }
        partHeading();
    }

    private void partHeading() {
        if (style.blankAroundHeadings()) {
            sheet.blank();
        }
    }

    private void byline(PracticeArticle article, int form, String person) {
        String second = name();
        String line =
                switch (form) {
                    case 0 -> "□" + person;
                    case 1 -> "□本报记者 " + person + " 通讯员 " + second;
                    case 2 -> "本报记者 " + person;
                    case 3 -> "◎" + person;
                    case 4 -> "新华社记者 " + person + "、" + second;
                    case 5 -> "文/图 本报记者 " + spread(person);
                    default -> "";
                };
        if (line.isEmpty()) {
            return;
        }
        sheet.blank();
        article.fieldLine("bylineLines", sheet.line(line));
        article.person(script(person));
        if (form == 1 || form == 4) {
            article.person(script(second));
        }
        partHeading();
    }

    private List<String> paragraphs(
            PracticeArticle article, Material material, int form, String person) {
        List<String> all = material.paragraphs();
        int count = Math.min(all.size(), 2 + random.nextInt(8));
        List<String> paragraphs = new ArrayList<>(all.subList(0, count));
        String place = PLACES[random.nextInt(PLACES.length)];
        String opening =
                switch (form == 6 && style.datelineForm() == 0 ? 6 : style.datelineForm()) {
                    case 1 -> place + "讯 ";
                    case 2 -> "本报" + place + "6月7日电 ";
                    case 3 -> "新华社" + place + "6月7日电（记者" + person + "）";
                    case 4 -> "本报讯 ";
                    case 5 -> "本报讯（记者 " + person + "）";
                    case 6 -> "本报讯 （记者 " + person + "）";
                    default -> "";
                };
        if (form >= 0 && form <= 5 && opening.contains("记者")) {
            return paragraphs;
        }
        if (!opening.isEmpty()) {
            paragraphs.set(0, opening + paragraphs.getFirst());
            if (opening.contains(place)) {
                article.field("dateline", script(place));
            }
            if (opening.contains("记者")) {
                article.person(script(person));
            }
        }
        return paragraphs;
    }

    private void subhead(PracticeArticle article, String paragraph) {
        String clause = paragraph.split("[，。、；：“”！？,.]", -1)[0];
        if (clause.length() < 5 || clause.length() > 14) {
            return;
        }
        partHeading();
        if (!style.blankAroundHeadings() && style.blankBetweenParagraphs()) {
            sheet.blank();
        }
        article.subhead(script(clause), sheet.line(clause));
        partHeading();
    }

    private void paragraph(PracticeArticle article, String text, int width, boolean first) {
        if (style.blankBetweenParagraphs() && !first) {
            sheet.blank();
        }
        List<String> lines = style.wrapped() ? Sheet.wrap(text, width, 2) : List.of(text);
        int breakAt = random.nextInt(3) == 0 ? 1 + random.nextInt(lines.size()) : -1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean hanging = style.blankBeforeQuotes() && line.startsWith("“");
            if (i > 0 && style.wrapped() && (i == breakAt || hanging)) {
                sheet.blank();
            }
            boolean full = i > 0 && i + 1 < lines.size();
            boolean spread = style.wrapped() && full && random.nextInt(40) == 0;
            String printed = punctuated(spread ? spread(line) : line);
            article.bodyLine(sheet.line((i == 0 ? style.indent() : "") + printed), i == 0);
        }
    }

    private void signature(PracticeArticle article, int form, String person) {
        if (form == 7 || (form == 8 && style.datelineForm() == 0)) {
            sheet.blank();
            String signature = form == 7 ? "（" + person + "）" : "（本报记者 " + person + "）";
            article.fieldLine("creditLines", sheet.line(signature));
            if (article.truth().get("byline").isEmpty()) {
                article.person(script(person));
            }
        }
    }

    String name() {
        String name = "" + FAMILIES.charAt(random.nextInt(FAMILIES.length()));
        name += GIVEN.charAt(random.nextInt(GIVEN.length()));
        return random.nextInt(3) == 0 ? name : name + GIVEN.charAt(random.nextInt(GIVEN.length()));
    }

    private static String spread(String text) {
        if (text.length() == 3 && text.codePoints().allMatch(Character::isLetter)) {
            return text;
        }
        return String.join(" ", text.split(""));
    }

    String punctuated(String text) {
        return style.halfWidth()
                ? text.replace('，', ',').replace('；', ';').replace('：', ':').replace('！', '!')
                : text;
    }

    /// The text in the page's script.
    String script(String text) {
        if (!style.traditional()) {
            return text;
        }
        StringBuilder converted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int at = SIMPLE.indexOf(c);
            converted.append(at < 0 ? c : TRADITIONAL.charAt(at));
        }
        return converted.toString();
    }
}
