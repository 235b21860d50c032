package org.broadsheet.query.issue;

/// The archive has no such newspaper, issue or page.
public final class UnknownIssue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownIssue() {
        super("no such newspaper, issue or page");
    }
}
