package org.broadsheet.query.article;

/// A snapshot of the index has been let go, or never was.
public final class SnapshotGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SnapshotGone(Throwable cause) {
        super("the snapshot is gone: " + cause.getMessage(), cause);
    }
}
