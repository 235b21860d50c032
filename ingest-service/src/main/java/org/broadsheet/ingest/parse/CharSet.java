package org.broadsheet.ingest.parse;

/// A few characters, for loops that ask of every character of a page whether it is one of them.
final class CharSet {
    /// A bit for each character.
    private final long[] members = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    CharSet(String members) {
        members.chars().forEach(c -> this.members[c >>> 6] |= 1L << c);
    }

    boolean has(char c) {
        return (members[c >>> 6] >>> c & 1) != 0;
    }

    /// How many characters of the text are of the set.
    int count(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += has(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (has(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
