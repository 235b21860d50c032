package org.broadsheet.query.archive;

/// A service of the archive does not answer.
public final class ArchiveAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ArchiveAway(String service, Throwable cause) {
        super(service + " does not answer: " + cause.getMessage(), cause);
    }

    ArchiveAway(String service, int status) {
        super(service + " cannot answer now: " + status);
    }
}
