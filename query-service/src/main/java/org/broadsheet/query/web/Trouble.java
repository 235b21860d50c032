package org.broadsheet.query.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.query.wording.Language;
import org.jspecify.annotations.Nullable;

/// Something wrong that another service tells of, in the reader's language. The services speak
/// English; a Chinese reader gets a Chinese sentence, and what it does not tell is quoted beneath.
///
/// @param words in the reader's language
/// @param quoted as it was said, in English; null where the words tell all of it
record Trouble(String words, @Nullable String quoted) {
    private static final String ANYTHING = "%s";

    /// What is said in English, with `%s` for what varies, and the same in Chinese. Chinese that
    /// leaves a value out is followed by what was said.
    private record Known(Pattern english, String chinese) {
        private Known(String english, String chinese) {
            this(
                    Pattern.compile(
                            Pattern.quote(english).replace(ANYTHING, "\\E(.*)\\Q"), Pattern.DOTALL),
                    chinese);
        }

        private @Nullable Trouble in(String said) {
            Matcher matcher = english.matcher(said);
            if (!matcher.matches()) {
                return null;
            }
            List<String> values = new ArrayList<>();
            for (int group = 1; group <= matcher.groupCount(); group++) {
                values.add(WORDS.getOrDefault(matcher.group(group), matcher.group(group)));
            }
            boolean tellsAll = chinese.split(ANYTHING, -1).length > values.size();
            return new Trouble(chinese.formatted(values.toArray()), tellsAll ? null : said);
        }
    }

    /// Values that are words themselves.
    private static final Map<String, String> WORDS =
            Map.of(
                    "newspaper", "报纸",
                    "date", "日期",
                    "edition", "版次",
                    "page number", "版号",
                    "page name", "版名",
                    "the keeper", "手工填写",
                    "the front matter", "文件开头的说明",
                    "the file's name", "文件名",
                    "the page", "版面");

    /// Attempts in vain with a file or an article.
    private static final List<Known> ERRORS =
            List.of(
                    new Known("%sAccessDeniedException: %s", "没有权限读取或移动它。"),
                    new Known("%sNoSuchFileException: %s", "要用的文件或文件夹不见了。"),
                    new Known("%sFileAlreadyExistsException: %s", "要放它的地方已有同名的东西。"),
                    new Known("%sNot a directory%s", "应当是文件夹的地方是一个文件。"),
                    new Known("%sRead-only file system%s", "磁盘此刻只能读，不能写。"),
                    new Known("%s: undecodable", "文章 %s 的事件看不懂，已列入死信。"),
                    new Known("undecodable", "它的事件看不懂，已列入死信。"),
                    new Known("%s", "最近一次没有成功："));

    /// Files that can't be read.
    private static final List<Known> READINGS = List.of(new Known("%s", "这个文件读不成："));

    /// Events that are no events, or that the index refuses.
    private static final List<Known> LETTERS =
            List.of(
                    new Known(
                            "undecodable: no value: a withdrawal is an event, not a tombstone",
                            "看不懂：没有内容。撤下也应当是一个事件。"),
                    new Known("undecodable: JSON null is not an event", "看不懂：内容是空值。"),
                    new Known("undecodable: unknown type: %s", "看不懂：没有“%s”这种事件。"),
                    new Known("undecodable: wrong JSON at %s", "看不懂：JSON 里“%s”一处不对。"),
                    new Known("undecodable: not JSON: at byte %s", "看不懂：从第 %s 字节起不是 JSON。"),
                    new Known("undecodable: %s", "看不懂："),
                    new Known("%s", "索引不收："));

    /// What a comparison finds.
    private static final List<Known> DIFFERENCES =
            List.of(
                    new Known("put away, not in the ledger", "文件已收起，台账里没有。"),
                    new Known("can't be taken: %s", "暂时收不下："),
                    new Known("stored, has no page", "已存，却没有版面。"),
                    new Known("of a file that is not stored, or is withdrawn", "所在的文件没有存下，或已撤下。"),
                    new Known("its bytes are not what their hash says", "内容与登记的校验值不符。"),
                    new Known("not on the topic", "消息里没有。"),
                    new Known("on the topic, not in the archive", "消息里有，库里没有。"),
                    new Known(
                            "revision %s on the topic, %s in the archive", "消息里是第 %s 稿，库里是第 %s 稿。"),
                    new Known("not in the index", "索引里没有。"),
                    new Known("not in the index: %s", "没有进索引："),
                    new Known("in the index, not in the archive", "索引里有，库里没有。"),
                    new Known("revision %s in the index, %s in the archive: %s", "索引里的不是最新一稿："),
                    new Known(
                            "revision %s in the index, %s in the archive", "索引里是第 %s 稿，库里是第 %s 稿。"),
                    new Known("not withdrawn in the index", "库里已撤下，索引里没有。"),
                    new Known("withdrawn in the index", "索引里已撤下，库里没有。"),
                    new Known("another content in the index", "索引里的内容不同。"),
                    new Known("%s", "不一致："));

    /// What is odd about a page.
    private static final List<Known> REMARKS =
            List.of(
                    new Known(
                            "%s: %s says %s, %s says %s; the first counts",
                            "%s：%s说是“%s”，%s说是“%s”；以前者为准。"),
                    new Known(
                            "page of %s lines parsed in parts of %s", "这一版有 %s 行，太长，每 %s 行一段地解析。"),
                    new Known("line of %s characters taken as it is", "有一行长 %s 字，照原样收下。"),
                    new Known("%s", "这一版有异样："));

    /// Why a file or an article got no further.
    static Trouble ofAttempt(String said, Language language) {
        return of(ERRORS, said, language);
    }

    /// Why a file can't be read.
    static Trouble ofReading(String said, Language language) {
        return of(READINGS, said, language);
    }

    /// Why an event could not be applied.
    ///
    /// @param cause a word for it
    static Trouble ofLetter(String cause, String reason, Language language) {
        return of(LETTERS, cause + ": " + reason, language);
    }

    /// What two places differ in.
    static Trouble ofDifference(String said, Language language) {
        return of(DIFFERENCES, said, language);
    }

    /// What is odd about a page.
    static Trouble ofPage(String said, Language language) {
        return of(REMARKS, said, language);
    }

    private static Trouble of(List<Known> known, String said, Language language) {
        if (language == Language.EN) {
            return new Trouble(said, null);
        }
        for (Known each : known) {
            Trouble trouble = each.in(said);
            if (trouble != null) {
                return trouble;
            }
        }
        throw new IllegalStateException("the last of the known matches anything");
    }
}
