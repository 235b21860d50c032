package org.broadsheet.ingest.drop;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// Turns the bytes of a file into text. A byte order mark decides; else what is valid UTF-8 is
/// UTF-8, since text in another charset practically never is; else the charset is detected, and
/// must then fit to the last byte. What was decided is part of the answer.
final class TextDecoder {
    /// GB18030 holds all of GBK and GB2312. Hong Kong's Big5 holds all of Big5.
    private static final List<String> GB = List.of("GB18030", "GBK", "GB2312", "HZ-GB-2312");

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

    private TextDecoder() {}

    /// @param charset that the bytes are in
    record Decoded(String text, Charset charset) {}

    /// @return null where no charset that newspapers are kept in fits
    static @Nullable Decoded decode(byte[] bytes) {
        Charset marked = marked(bytes);
        if (marked != null) {
            return decode(bytes, marked);
        }
        Decoded utf8 = decode(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : detect(bytes);
    }

    private static @Nullable Decoded detect(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String detected = detector.getDetectedCharset();
        if (detected == null) {
            return null;
        }
        if (GB.contains(detected)) {
            return decode(bytes, GB18030);
        }
        return detected.equals("BIG5") ? decode(bytes, BIG5) : null;
    }

    private static @Nullable Charset marked(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        boolean little = bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE;
        return little ? StandardCharsets.UTF_16LE : null;
    }

    /// Strict: a byte that the charset does not know, and it is not that charset.
    private static @Nullable Decoded decode(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new Decoded(text, charset);
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
