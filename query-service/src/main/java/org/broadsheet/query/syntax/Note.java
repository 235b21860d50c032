package org.broadsheet.query.syntax;

import org.broadsheet.query.wording.Message;

/// A piece of a query that could not be understood as it stands, and what was made of it.
///
/// @param text the piece as typed
public record Note(String text, Reason reason) {
    /// Why, and what was done.
    public enum Reason {
        UNCLOSED_QUOTE("缺后引号，按无引号处理。", "The quotation mark is not closed; it was passed over."),
        UNCLOSED_BRACKET("缺后括号，按在末尾闭合处理。", "The bracket is not closed; it was closed at the end."),
        STRAY_BRACKET("多出的括号，已略去。", "The bracket opens or closes nothing; it was left out."),
        DEEP_BRACKET("括号层数过多，已略去。", "Brackets are nested too deep; it was left out."),
        STRAY_OPERATOR("此运算符前后缺词，已略去。", "The operator has nothing to join; it was left out."),
        UNKNOWN_FIELD("没有这个字段，按普通字词检索。", "There is no such field; read as words."),
        FIELD_WITHOUT_VALUE("字段后没有内容，按普通字词检索。", "Nothing follows the field; read as a word."),
        UNREADABLE_DATE(
                "看不懂这个日期，按普通字词检索。可写作 2024、2024-03、2024-03-01 或 2024-01..2024-03。",
                "The date cannot be read; read as words. Write 2024, 2024-03, 2024-03-01 or"
                        + " 2024-01..2024-03."),
        UNREADABLE_PAGES("看不懂这个版次，按普通字词检索。", "The pages cannot be read; read as words."),
        TOO_MANY_MARKS("通配符与模糊词过多，此词按普通字词检索。", "Too many wildcards; this one was read as a word."),
        TOO_LONG("文字过长，只按开头部分检索。", "The text is long; its beginning was looked for."),
        NOTHING_TO_LOOK_FOR("其中没有可检索的字。", "It holds no letter or digit to look for.");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Message message() {
            return new Message(zh, en);
        }
    }
}
