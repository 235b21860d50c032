package org.broadsheet.query.syntax;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.query.wording.Language;

/// Where a term is looked for. The first Chinese and the first English name are the ones a query is
/// read back with; the others are understood too.
public enum Field {
    /// Anywhere in the text: what a term without a field means.
    ANYWHERE("", ""),
    HEADLINE("标题 標題 题名", "headline title"),
    BODY("正文 内文", "body text"),
    AUTHOR("作者 署名", "author byline"),
    COLUMN("栏目 欄目", "column"),
    SOURCE("来源 來源", "source"),
    NEWSPAPER("报纸 報紙", "newspaper paper"),
    PAGE("版 版面", "page"),
    DATE("日期", "date"),
    PERSON("人物", "person"),
    PLACE("地点 地點", "place"),
    ORGANISATION("机构 機構", "org organisation organization"),
    KIND("类别 類別", "kind"),
    FILE("文件", "file");

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values())
                    .flatMap(field -> field.names().map(name -> Map.entry(name, field)))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /// Names parted by spaces.
    private final String chinese;

    private final String english;

    Field(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// The field of this name, in either language, whatever its case.
    static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The name in this language; [#ANYWHERE] has none.
    public String name(Language language) {
        return switch (language) {
            case ZH -> chinese.replaceFirst(" .*", "");
            case EN -> english.replaceFirst(" .*", "");
        };
    }

    /// Running text, in which words stand among others; the other fields hold names and numbers.
    public boolean isText() {
        return this == ANYWHERE || this == HEADLINE || this == BODY;
    }

    private Stream<String> names() {
        return Stream.of((chinese + " " + english).strip().split(" ", -1))
                .filter(name -> !name.isEmpty());
    }
}
