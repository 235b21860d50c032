package org.broadsheet.ingest;

import org.broadsheet.ingest.store.WaitingFiles.Waiting;

/// A file of the ledger could not be worked on, for a reason of its own.
final class WorkFailed extends Exception {
    private static final long serialVersionUID = 1;

    private final long id;

    WorkFailed(Waiting waiting, Exception cause) {
        super("file id=%d".formatted(waiting.id()), cause);
        this.id = waiting.id();
    }

    long id() {
        return id;
    }

    String reason() {
        return String.valueOf(getCause());
    }
}
