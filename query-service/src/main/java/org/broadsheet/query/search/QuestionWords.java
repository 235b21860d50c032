package org.broadsheet.query.search;

import java.util.regex.Pattern;

/// The words that make a question of a sentence (什么, 哪一年, 多少, 吗). They are rare in newspapers, so a
/// search would take them for what matters most, but what answers 哪一年 is a page that says 1949年.
final class QuestionWords {
    private static final Pattern QUESTION_WORD =
            Pattern.compile(
                    "请问|为什么|为何|什么时候|什么样|什么|哪一[年月天个些种位]|哪[几些个里儿种位年]?|谁|多少|几个"
                            + "|如何|怎么样|怎么|怎样|[何][时地处种人]|是否|有没有|[吗呢么]?[?？]");

    private QuestionWords() {}

    /// Whether it asks something: it has such a word, and something besides.
    static boolean isQuestion(String text) {
        return !removedFrom(text).equals(text);
    }

    /// The question without them, in pieces parted by spaces; the text as it is where nothing else
    /// is left.
    static String removedFrom(String text) {
        String bare = QUESTION_WORD.matcher(text).replaceAll(" ").strip();
        return bare.isEmpty() ? text : bare;
    }
}
