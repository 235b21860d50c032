package org.broadsheet.analysis;

/// A word's place in a text; `end` is behind its last character.
record Word(int start, int end) {
    int length() {
        return end - start;
    }
}
