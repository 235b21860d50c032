package org.broadsheet.query.web;

import java.util.List;
import org.broadsheet.query.archive.DeadLetters;

/// The events that wait for somebody to mend their cause.
record DeadLettersView(DeadLetters found, Visit visit) {
    record Row(DeadLetters.Letter letter, Trouble trouble, String buriedAt) {}

    public List<Row> rows() {
        return found.letters().stream()
                .map(
                        letter ->
                                new Row(
                                        letter,
                                        Trouble.ofLetter(
                                                letter.cause(), letter.reason(), visit.language()),
                                        visit.moment(letter.buriedAt())))
                .toList();
    }
}
