package org.broadsheet.ingest.parse;

import java.util.List;

/// Rules out cheaply what a line cannot be. Each of some questions has its signs, characters of
/// which a text must hold one for the answer to be yes; a text is gone through once, and what comes
/// out is a bit for each question that its characters leave open. Most lines leave none, so that
/// the patterns behind the questions are seldom tried.
final class Signs {
    /// For each character a bit for each question that has it among its signs.
    private final int[] questions = new int[Character.MAX_VALUE + 1];

    private final int always;

    /// @param signsOf the signs of each question, at most 31; without any, it is always open
    Signs(List<String> signsOf) {
        if (signsOf.size() >= Integer.SIZE) {
            throw new IllegalArgumentException(signsOf.size() + " questions");
        }
        int open = 0;
        for (int at = 0; at < signsOf.size(); at++) {
            int bit = 1 << at;
            open |= signsOf.get(at).isEmpty() ? bit : 0;
            signsOf.get(at).chars().forEach(c -> questions[c] |= bit);
        }
        this.always = open;
    }

    /// A bit for each question that the text leaves open.
    int open(String text) {
        int open = always;
        for (int i = 0; i < text.length(); i++) {
            open |= questions[text.charAt(i)];
        }
        return open;
    }
}
