package org.broadsheet.index;

import org.broadsheet.index.event.DeadLetter;
import org.broadsheet.index.index.DocumentWrite;

/// What is still to be done for one event of a batch.
sealed interface Task {
    /// Write its document.
    record Write(DocumentWrite document) implements Task {}

    /// Put it with the dead letters.
    record Bury(DeadLetter letter) implements Task {}

    /// Nothing: its offset may be committed.
    record Settled() implements Task {}
}
