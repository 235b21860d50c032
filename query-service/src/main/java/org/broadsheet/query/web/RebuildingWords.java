package org.broadsheet.query.web;

import java.util.Map;
import org.broadsheet.query.wording.Message;

/// What ingest-service says in English of how a page was rebuilt, for readers of both languages.
/// What is not known here is shown as it was said.
final class RebuildingWords {
    /// Says more than the field's name.
    private static final Message BYLINE = new Message("署名行", "a line of its own");

    static final Message PARAGRAPH = new Message("段落", "paragraph");
    static final Message SUBHEAD = new Message("小标题", "subhead");
    static final Message CAPTION = new Message("图片说明", "caption");
    static final Message UNPLACED = new Message("未归入任何文章", "not placed in any article");

    private static final Map<String, Message> FIELDS =
            Map.ofEntries(
                    Map.entry("column", new Message("栏目", "column")),
                    Map.entry("kicker", new Message("引题", "kicker")),
                    Map.entry("headline", new Message("标题", "headline")),
                    Map.entry("deck", new Message("副题", "deck")),
                    Map.entry("byline", new Message("署名", "byline")),
                    Map.entry("dateline", new Message("电头", "dateline")),
                    Map.entry("source", new Message("来源", "source")),
                    Map.entry("credit", new Message("供稿", "credit")),
                    Map.entry("kind", new Message("类别", "kind")),
                    Map.entry("position", new Message("版上次序", "place on the page")),
                    Map.entry("body", new Message("正文", "body")),
                    Map.entry("captions", new Message("图片说明", "captions")),
                    Map.entry("lines", new Message("行", "lines")),
                    Map.entry("fields", new Message("依据", "evidence")),
                    Map.entry("enrichment", new Message("文中提到", "names in the text")),
                    Map.entry("issue", new Message("报纸与日期", "newspaper and date")),
                    Map.entry("page", new Message("版", "page")),
                    Map.entry("continuedFrom", new Message("上接", "continued from")),
                    Map.entry("continuedTo", new Message("下转", "continued on")));

    private static final Map<String, String> METHODS =
            Map.ofEntries(
                    Map.entry("marked up as a heading", "原文标为标题"),
                    Map.entry("repeated in the text", "字句见于正文"),
                    Map.entry("display type with a shadow", "带阴影的大字"),
                    Map.entry("column title over the story", "文章上方的栏目名"),
                    Map.entry("line above the headline", "标题上方的一行"),
                    Map.entry("line below the headline", "标题下方的一行"),
                    Map.entry("named in the dateline", "电头中的记者"),
                    Map.entry("closing signature", "文末署名"),
                    Map.entry("opening of the report", "报道开头"),
                    Map.entry("signed by the paper", "本报署名"),
                    Map.entry("source line", "来源行"),
                    Map.entry("source note at the end", "文末注明的来源"),
                    Map.entry("jump line", "转版行"),
                    Map.entry("jump at the end", "文末转版"));

    private static final Map<String, String> REPAIRS =
            Map.of(
                    "letter-spacing closed up", "合拢疏排的字",
                    "shadow text undone", "去掉重影的字",
                    "vertical text joined", "接起竖排的字",
                    "broken line joined", "接起断开的行",
                    "quote mended", "补正引号",
                    "radical forms folded", "部首字形换为汉字");

    private static final Map<String, String> FURNITURE =
            Map.of(
                    "folio", "报眉",
                    "page name", "版名",
                    "editor on duty", "值班编辑",
                    "column", "栏目名",
                    "picture credit", "图片来源",
                    "front matter", "文件开头的说明",
                    "markup", "标记",
                    "image", "图片标记",
                    "rule", "分隔线");

    private RebuildingWords() {}

    static Message field(String name) {
        return FIELDS.getOrDefault(name, new Message(name, name));
    }

    static Message method(String said) {
        return said.equals("byline") ? BYLINE : said(METHODS, said);
    }

    static Message repair(String said) {
        return said(REPAIRS, said);
    }

    static Message furniture(String said) {
        return said(FURNITURE, said);
    }

    private static Message said(Map<String, String> chinese, String said) {
        return new Message(chinese.getOrDefault(said, said), said);
    }
}
