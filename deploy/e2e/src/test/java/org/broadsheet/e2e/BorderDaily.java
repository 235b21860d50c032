package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A newspaper made up for the tests: four weeks of working days with one issue missing, two pages
/// each, dropped as files are.
final class BorderDaily {
    static final String NAME = "边城日报";
    static final LocalDate FIRST = LocalDate.of(2026, 1, 19);
    static final LocalDate GAP = LocalDate.of(2026, 1, 28);
    static final String COLUMN = "渡口见闻";
    static final String AUTHOR = "沈渡川";

    /// Its headline and its body look like markup.
    static final String HOSTILE = "<script>document.title='broken'</script>渡口夜谈";

    private static final int DAYS = 26;
    private static final List<String> PLACES = List.of("白塔", "茶峒", "河街", "吊脚楼", "碧溪", "城隍庙", "水码头");
    private static final List<String> THINGS = List.of("渡船", "石桥", "粮仓", "学堂", "药铺", "油坊", "邮亭");

    private BorderDaily() {}

    /// Drops all issues and waits until searches find them. Again, nothing happens.
    static void isInTheArchive() throws IOException, InterruptedException {
        Map<String, String> files = files();
        Path drop = Deploy.home().resolve("drop");
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = drop.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Path hidden = target.resolveSibling("." + target.getFileName());
            Files.writeString(hidden, file.getValue());
            Files.move(hidden, target);
        }
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(indexed()).isEqualTo(files.size()));
    }

    private static long indexed() throws IOException, InterruptedException {
        JsonNode files =
                Http.json(
                        Deploy.address("ingest")
                                + "/api/files?limit=200&state=indexed&newspaper="
                                + URLEncoder.encode(NAME, StandardCharsets.UTF_8));
        return files.size();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        List<LocalDate> days = new ArrayList<>();
        FIRST.datesUntil(FIRST.plusDays(DAYS))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> !day.equals(GAP))
                .forEach(days::add);
        for (int i = 0; i < days.size(); i++) {
            String folder = NAME + "/" + days.get(i) + "/";
            files.put(folder + "1.txt", firstPage(days.get(i), i));
            files.put(folder + "2.txt", secondPage(days.get(i), i));
        }
        return files;
    }

    private static String firstPage(LocalDate day, int number) {
        String place = PLACES.get(number % PLACES.size());
        String thing = THINGS.get((number * 3 + 1) % THINGS.size());
        return """
        %1$s %2$d年%3$d月%4$d日 第1版

        ## %5$s的%6$s第%7$d次修整完工

        □本报记者 %8$s

        连日来，%5$s的%6$s旁搭起了第%7$d座木架，%3$d月%4$d日这天工匠们赶在春汛之前换下朽坏的梁柱。记者在现场看到，新上的桐油还没有干透，过往的人都放慢了脚步。

        “这是今年的第%7$d次修整，”负责工程的杨马兵说，“水一涨，%6$s就靠它了。”据介绍，%5$s的%6$s第%7$d次修整所用木料全部来自上游的林场，由船工沿河放排运来。

        下一步，%5$s将把沿河的七处旧屋一并修缮，预计端午之前全部完成。

        ## 沿河三县商定春季放排日程

        □本报记者 傅翠翠

        沿河三县昨日在%5$s商定第%7$d期放排日程，第%7$d期放排期间从%3$d月%4$d日起夜间渡运暂停，%5$s白天每隔一个时辰开船一次。各县船工代表在会上签了字。

        会议提醒%5$s沿岸住户在%3$d月%4$d日以后注意%6$s一带的水位，孩子不要独自到河边去。
        """
                .formatted(
                        NAME,
                        day.getYear(),
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        place,
                        thing,
                        number + 1,
                        AUTHOR);
    }

    private static String secondPage(LocalDate day, int number) {
        String headline = number == 0 ? HOSTILE : "老船夫第" + (number + 1) + "回说起从前的渡口";
        return """
        %1$s %2$d年%3$d月%4$d日 第2版

        %5$s

        ## %6$s

        □%7$s

        渡口的老船夫坐在石阶上<b>抽烟</b>，第%8$d回说起从前%9$s和%10$s的事。那时候%9$s一带河面更宽，第%8$d个渡口摆渡要走小半个时辰，对岸%10$s的狗叫听得清清楚楚。

        他说，人总要过河，渡船就总要有人撑。说完他把烟杆在石头上磕了磕，起身去解缆绳。

        ### 旧事不旧

        如今%9$s的桥修好了，过河的人少了，老船夫%3$d月%4$d日这天还是把他的第%8$d条船擦得干干净净。
        """
                .formatted(
                        NAME,
                        day.getYear(),
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        COLUMN,
                        headline,
                        AUTHOR,
                        number + 1,
                        PLACES.get((number * 2) % PLACES.size()),
                        THINGS.get(number % THINGS.size()));
    }
}
