package org.broadsheet.ingest.enrich;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A key that printings of one text share. A reprint changes headline, dateline, signature and
/// often the beginning or the end; its longest sentences stay. Two articles that have their two
/// longest sentences in common are one text.
final class Reprint {
    private static final int SENTENCES = 2;

    /// Sentences shorter than this are told by many (letters).
    private static final int SENTENCE_LENGTH_MIN = 20;

    private Reprint() {}

    /// 32 hexadecimal digits; of a text without long sentences, over all of it; null of no text.
    static @Nullable String key(String text) {
        String letters = Letters.of(text);
        if (letters.isEmpty()) {
            return null;
        }
        List<String> longest =
                Arrays.stream(text.split("[。！？!?；;\n]", -1))
                        .map(Letters::of)
                        .filter(sentence -> sentence.length() >= SENTENCE_LENGTH_MIN)
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(String::length)
                                        .reversed()
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(SENTENCES)
                        .toList();
        return digest(
                longest.size() < SENTENCES
                        ? letters
                        : longest.stream().sorted().collect(Collectors.joining("\n")));
    }

    private static String digest(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
