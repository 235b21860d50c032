package org.broadsheet.query.archive;

/// A service of the archive was asked for something that it refuses, and says why.
public final class ArchiveRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String detail;

    ArchiveRefusal(int status, String detail) {
        super(status + ": " + detail);
        this.status = status;
        this.detail = detail;
    }

    public int status() {
        return status;
    }

    /// For the person who asked: what is wrong and what to do.
    public String detail() {
        return detail;
    }
}
