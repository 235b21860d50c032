package org.broadsheet.ingest.parse;

import java.util.BitSet;

/// A few characters, for loops that ask of every character of a page whether it is one of them.
final class CharSet {
    private final BitSet members = new BitSet();

    CharSet(String members) {
        members.chars().forEach(this.members::set);
    }

    boolean has(char c) {
        return members.get(c);
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
