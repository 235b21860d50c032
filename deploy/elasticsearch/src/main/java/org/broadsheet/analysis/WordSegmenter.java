package org.broadsheet.analysis;

import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.List;

/// Cuts normalized text into words. Chinese is cut by HanLP; letters and digits that touch are one
/// word (g20, 5g, 3.14); a year keeps its 年 (2026年). Words do not overlap: sub-words would shift
/// positions and break phrases, and finding parts is what the bigram field is for.
///
/// HanLP's recognition of names stays off. It raises no question's rank and costs two of a hundred
/// (measured on CMRC 2018), because a name is cut in one way here and in another there.
final class WordSegmenter {
    /// Longer terms than this are cut, as Lucene's own tokenizers do.
    static final int WORD_LENGTH_MAX = 255;

    /// HanLP is handed no longer piece; a sentence has fewer.
    private static final int PIECE_LENGTH_MAX = 200;

    private final Segment segment;

    WordSegmenter(DynamicCustomDictionary dictionary) {
        segment =
                new ViterbiSegment()
                        .enableNameRecognize(false)
                        .enableTranslatedNameRecognize(false)
                        .enableJapaneseNameRecognize(false)
                        .enablePlaceRecognize(false)
                        .enableOrganizationRecognize(false)
                        .enableNumberQuantifierRecognize(false)
                        .enableCustomDictionary(dictionary);
    }

    /// The words in their order; nothing that is neither letter nor digit.
    List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            Script script = Script.at(text, start);
            int end = endOf(script, text, start);
            switch (script) {
                case CHINESE -> addChinese(text, start, end, words);
                case LETTERS -> addCut(start, end, words);
                case NONE -> {}
            }
            start = end;
        }
        return words;
    }

    private enum Script {
        CHINESE,
        LETTERS,
        NONE;

        static Script at(String text, int index) {
            int codePoint = text.codePointAt(index);
            if (codePoint < 0x80
                    ? !isAsciiWord(codePoint)
                    : !Character.isLetterOrDigit(codePoint)) {
                return NONE;
            }
            return Character.isIdeographic(codePoint) ? CHINESE : LETTERS;
        }

        private static boolean isAsciiWord(int c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
    }

    private static int endOf(Script script, String text, int start) {
        int end = start;
        while (end < text.length()
                && (Script.at(text, end) == script
                        || (script == Script.LETTERS && isInsideWord(text, end)))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /// A point in a number, or a mark on a letter that has no composed form.
    private static boolean isInsideWord(String text, int index) {
        char c = text.charAt(index);
        if (c == '.') {
            return isDigit(text, index - 1) && isDigit(text, index + 1);
        }
        int type = Character.getType(text.codePointAt(index));
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isDigit(String text, int index) {
        return index >= 0
                && index < text.length()
                && text.charAt(index) >= '0'
                && text.charAt(index) <= '9';
    }

    private static void addCut(int start, int end, List<Word> words) {
        for (int from = start; from < end; from += WORD_LENGTH_MAX) {
            words.add(new Word(from, Math.min(from + WORD_LENGTH_MAX, end)));
        }
    }

    private void addChinese(String text, int start, int end, List<Word> words) {
        int from = start;
        while (from < end) {
            int to = Math.min(from + PIECE_LENGTH_MAX, end);
            if (to < end && Character.isLowSurrogate(text.charAt(to))) {
                to--;
            }
            int before = words.size();
            addPiece(text, from, to, words);
            if (from == start && before > 0) {
                joinYear(text, before, words);
            }
            from = to;
        }
    }

    private void addPiece(String text, int from, int to, List<Word> words) {
        int before = words.size();
        int at = from;
        for (Term term : segment.seg(text.substring(from, to))) {
            int next = at + term.word.length();
            if (next > to || !text.startsWith(term.word, at)) {
                break;
            }
            words.add(new Word(at, next));
            at = next;
        }
        if (at != to) {
            // Not what went in: each character is a word, as where nothing is known of words.
            words.subList(before, words.size()).clear();
            for (int i = from; i < to; i += Character.charCount(text.codePointAt(i))) {
                words.add(new Word(i, i + Character.charCount(text.codePointAt(i))));
            }
        }
    }

    /// 2026 and 年 become one, where the word behind the number is 年 alone.
    private static void joinYear(String text, int first, List<Word> words) {
        Word year = words.get(first);
        Word number = words.get(first - 1);
        boolean isYear =
                year.length() == 1
                        && text.charAt(year.start()) == '年'
                        && number.end() == year.start()
                        && number.length() == 4;
        for (int i = number.start(); isYear && i < number.end(); i++) {
            isYear = isDigit(text, i);
        }
        if (isYear) {
            words.set(first - 1, new Word(number.start(), year.end()));
            words.remove(first);
        }
    }
}
