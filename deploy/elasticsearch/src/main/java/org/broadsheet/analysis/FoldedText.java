package org.broadsheet.analysis;

import java.util.Arrays;

/// A text after characters were exchanged, joined or left out, that knows where each of its
/// characters stood before.
final class FoldedText {
    private final char[] characters;
    private final int[] origins;
    private final int length;

    private FoldedText(char[] characters, int[] origins, int length) {
        this.characters = characters;
        this.origins = origins;
        this.length = length;
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return characters[index];
    }

    char[] characters() {
        return characters;
    }

    /// Where the character at `index` stood; the length of the first text for an index at the end.
    int origin(int index) {
        return origins[Math.min(index, length)];
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }

    /// Writes a text from left to right.
    static final class Builder {
        private char[] characters;
        private int[] origins;
        private int length;

        Builder(int expectedLength) {
            characters = new char[Math.max(16, expectedLength)];
            origins = new int[characters.length + 1];
        }

        /// One character that stood at `origin`.
        void append(char c, int origin) {
            if (length == characters.length) {
                int larger = characters.length * 2;
                characters = Arrays.copyOf(characters, larger);
                origins = Arrays.copyOf(origins, larger + 1);
            }
            characters[length] = c;
            origins[length] = origin;
            length++;
        }

        /// A replacement for what stood from `start` to `end`. Character for character where both
        /// are equally long; otherwise the first stands for the whole, and the rest for its end, so
        /// that a term made of the beginning has the extent of what it came from.
        void appendReplacement(CharSequence text, int start, int end) {
            boolean sameLength = text.length() == end - start;
            for (int i = 0; i < text.length(); i++) {
                append(text.charAt(i), sameLength ? start + i : i == 0 ? start : end);
            }
        }

        FoldedText build(int end) {
            origins[length] = end;
            return new FoldedText(characters, origins, length);
        }
    }
}
