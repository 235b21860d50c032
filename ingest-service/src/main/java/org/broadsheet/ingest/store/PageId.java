package org.broadsheet.ingest.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/// Makes readable page ids from a file's name: `courier/1954-03-02/01.txt` gives
/// `courier-1954-03-02-01`. Letters and digits of every script stay; what would have to be escaped
/// in an address becomes a hyphen.
final class PageId {
    /// Of UTF-8: the article's number, the page's place and a hash still fit into the 512 bytes
    /// that Elasticsearch allows an id.
    private static final int BYTES_MAX = 200;

    private PageId() {}

    static String of(String fileName, int ordinal) {
        String slug = slug(fileName);
        if (slug.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            return unique(fileName, ordinal);
        }
        return slug + suffix(ordinal);
    }

    /// The id for a name whose plain id another name has: `a b.txt` beside `a-b.txt`.
    static String unique(String fileName, int ordinal) {
        String slug = slug(fileName);
        while (slug.getBytes(StandardCharsets.UTF_8).length > BYTES_MAX) {
            slug = slug.substring(0, slug.offsetByCodePoints(slug.length(), -1));
        }
        return slug + "-" + hash(fileName) + suffix(ordinal);
    }

    private static String suffix(int ordinal) {
        return ordinal == 1 ? "" : "-p" + ordinal;
    }

    private static String slug(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > fileName.lastIndexOf('/') + 1 ? fileName.substring(0, dot) : fileName;
        String slug =
                Normalizer.normalize(stem, Normalizer.Form.NFC)
                        .replaceAll("[^\\p{L}\\p{M}\\p{Nd}_]+", "-")
                        .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "page" : slug;
    }

    private static String hash(String fileName) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(fileName.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
