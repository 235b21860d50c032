package org.broadsheet.ingest.parse.quality;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Prints one practice page: articles laid out by the habits of an invented newspaper, scrambled as
/// extraction scrambles, with the exact truth beside it. The same seed prints the same page.
final class PracticePage {
    private static final String[] COLUMNS = {
        "视点", "民生观察", "暖城故事", "一线传真", "身边榜样", "乡村振兴进行时", "记者走基层", "观潮", "聚焦高质量发展"
    };
    private static final String[] CAPTIONS = {
        "近日，市民在公园里赏花游玩，享受春日时光。随着气温回升，各大公园的花朵竞相开放，吸引了不少游客前来打卡。",
        "6月5日，志愿者在社区广场为居民讲解垃圾分类知识。当天是世界环境日，各社区开展了形式多样的宣传活动。",
        "端午节前夕，街道办事处组织居民包粽子。大家围坐在一起，有说有笑，现场充满节日气氛。",
        "连日来，农民抢抓农时播种玉米，田间地头一派繁忙景象。",
        "日前，一列满载煤炭的列车驶出车站，开往沿海港口。今年以来，铁路部门加大运力投放，确保迎峰度夏用煤需求。"
    };

    private final RandomGenerator random;
    private final PracticeStyle style;
    private final Printer printer;
    private final Sheet sheet = new Sheet();
    private final List<PracticeArticle> articles = new ArrayList<>();
    private final ArrayNode furniture = JsonNodeFactory.instance.arrayNode();

    private PracticePage(RandomGenerator random) {
        this.random = random;
        this.style = PracticeStyle.random(random);
        this.printer = new Printer(style, sheet, random);
    }

    /// @param text of the page
    /// @param gold annotation of it
    record Printed(String text, ObjectNode gold, PracticeStyle style) {}

    static Printed print(String name, List<Material> material, RandomGenerator random) {
        return new PracticePage(random).print(name, material);
    }

    private Printed print(String name, List<Material> material) {
        top();
        List<Material> chosen = new ArrayList<>(material);
        int count = 2 + random.nextInt(5);
        List<PracticeArticle> waiting = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Material next = chosen.remove(random.nextInt(chosen.size()));
            if (random.nextInt(6) == 0) {
                furnish(COLUMNS[random.nextInt(COLUMNS.length)], "column");
            }
            Material other = chosen.get(random.nextInt(chosen.size()));
            boolean headed = !next.headline().isEmpty() && !other.headline().isEmpty();
            if (random.nextInt(9) == 0 && headed && !style.headlineFollows()) {
                chosen.remove(other);
                articles.addAll(printer.interleaved(next, other));
                continue;
            }
            boolean late = style.headlineFollows() && random.nextInt(9) == 0 && i + 1 < count;
            PracticeArticle article = printer.article(next, late);
            articles.add(article);
            waiting.forEach(printer::lateHeadline);
            waiting.clear();
            if (late) {
                waiting.add(article);
            }
            if (random.nextInt(5) == 0) {
                photo();
            }
        }
        if (style.folio() == 4) {
            furnish("责任编辑：" + printer.name() + " 美编：" + printer.name(), "editor on duty");
        }
        return new Printed(printer.script(sheet.text()), gold(name), style);
    }

    private void top() {
        switch (style.folio()) {
            case 1 -> furnish("2025年3月12日 星期三", "folio");
            case 2 -> {
                furnish("04 要闻", "folio");
                furnish("2025年6月7日 星期六 责编 " + printer.name(), "folio");
            }
            case 3 -> furnish("■值班主任 " + printer.name(), "editor on duty");
            case 4 -> furnish("第三版", "folio");
            default -> {}
        }
    }

    private void furnish(String text, String what) {
        sheet.blank();
        int line = sheet.line(text);
        sheet.blank();
        ObjectNode item = furniture.addObject().put("text", text).put("what", what);
        item.putArray("lines").addArray().add(line).add(line);
    }

    private void photo() {
        PracticeArticle photo = new PracticeArticle("photo");
        String text = CAPTIONS[random.nextInt(CAPTIONS.length)];
        String photographer = printer.name();
        sheet.blank();
        List<Integer> lines = new ArrayList<>();
        boolean inline = random.nextInt(2) == 0;
        String credit = random.nextBoolean() ? photographer + " 摄" : "本报记者 " + photographer + " 摄";
        String printed = inline ? text + credit : text;
        List<String> wrapped =
                style.wrapped()
                        ? Sheet.wrap(printed, 12 + random.nextInt(30), 2)
                        : List.of(printed);
        boolean first = true;
        for (String line : wrapped) {
            lines.add(sheet.line((first ? style.indent() : "") + printer.punctuated(line)));
            first = false;
        }
        if (!inline) {
            sheet.blank();
            lines.add(sheet.line(credit));
        }
        sheet.blank();
        photo.caption(printer.script(printer.punctuated(text)), List.of(photographer), lines);
        articles.add(photo);
    }

    private ObjectNode gold(String name) {
        ObjectNode gold = JsonNodeFactory.instance.objectNode().put("file", name);
        ArrayNode list = gold.putArray("articles");
        articles.forEach(a -> list.add(a.truth()));
        gold.set("furniture", furniture);
        gold.putArray("unassigned");
        return gold;
    }
}
