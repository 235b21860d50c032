package org.broadsheet.ingest.enrich;

/// What is left of a text without spaces and punctuation, in lower case: two printings of a text
/// differ in these first.
final class Letters {
    private Letters() {}

    static String of(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
