package org.broadsheet.ingest.enrich;

/// What is left of a text without spaces and punctuation, in lower case: two printings of a text
/// differ in these first.
final class Letters {
    private Letters() {}

    static String of(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(Character.toLowerCase(c));
            }
            at += Character.charCount(c);
        }
        return letters.toString();
    }
}
