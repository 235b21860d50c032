package org.broadsheet.analysis;

import com.hankcs.hanlp.HanLP;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Traditional characters become simplified ones, by HanLP's table (data/dictionary/tc/t2s.txt):
/// the longest entry that fits, which is nearly always one character.
final class Simplification {
    private static final String TABLE = "/data/dictionary/tc/t2s.txt";
    private static final Simplification LOADED = load();

    private final Map<String, String> entries;

    /// Length of the longest entry that begins with a character, 0 for most characters.
    private final byte[] longestByFirst;

    private Simplification(Map<String, String> entries) {
        // Not Map.copyOf: see Pinyin.
        this.entries = entries;
        this.longestByFirst = new byte[Character.MAX_VALUE + 1];
        for (String from : entries.keySet()) {
            char first = from.charAt(0);
            longestByFirst[first] = (byte) Math.max(longestByFirst[first], from.length());
        }
    }

    static FoldedText simplify(FoldedText text) {
        return LOADED.apply(text);
    }

    private FoldedText apply(FoldedText text) {
        FoldedText.Builder simplified = new FoldedText.Builder(text.length());
        int i = 0;
        while (i < text.length()) {
            int length = Math.min(longestByFirst[text.charAt(i)], text.length() - i);
            String to = null;
            while (length > 0 && to == null) {
                to = entry(text, i, length);
                length -= to == null ? 1 : 0;
            }
            if (to == null) {
                simplified.append(text.charAt(i), text.origin(i));
                i++;
            } else {
                append(simplified, to, text, i, i + length);
                i += length;
            }
        }
        return simplified.build(text.origin(text.length()));
    }

    private @Nullable String entry(FoldedText text, int start, int length) {
        return entries.get(new String(text.characters(), start, length));
    }

    private static void append(
            FoldedText.Builder simplified, String to, FoldedText text, int start, int end) {
        if (to.length() == end - start) {
            for (int i = 0; i < to.length(); i++) {
                simplified.append(to.charAt(i), text.origin(start + i));
            }
        } else {
            simplified.appendReplacement(to, text.origin(start), text.origin(end));
        }
    }

    private static Simplification load() {
        Map<String, String> entries = new HashMap<>();
        for (String line : Resources.lines(HanLP.class, TABLE)) {
            int equals = line.indexOf('=');
            String from = line.substring(0, Math.max(equals, 0));
            String to = line.substring(equals + 1);
            // An expression that stays as it is (乾坤) keeps its characters from becoming others.
            boolean says = from.length() > 1 || !from.equals(to);
            if (!from.isEmpty() && !to.isEmpty() && says) {
                entries.put(from, to);
            }
        }
        return new Simplification(entries);
    }
}
