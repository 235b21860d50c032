package org.broadsheet.ingest.upload;

import org.broadsheet.ingest.issue.Rejection;

/// Files are not taken over HTTP; nothing of the request is kept.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    /// Not now: the same files may be taken later.
    public static final int COME_AGAIN = 429;

    /// The same, for want of room on the disk.
    public static final int NO_ROOM = 507;

    private final int status;
    private final String title;
    private final transient Rejection why;

    /// @param status of the answer: 400, 413, 429 or 507
    /// @param why what is wrong, naming the file, and what to do
    public Refusal(int status, String title, Rejection why) {
        super(why.words());
        this.status = status;
        this.title = title;
        this.why = why;
    }

    /// One that only a request can meet.
    ///
    /// @param detail what is wrong, naming the file, and what to do
    public Refusal(int status, String title, String detail) {
        this(status, title, Rejection.of(Rejection.Kind.OTHER, detail));
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public Rejection why() {
        return why;
    }

    public String detail() {
        return why.words();
    }
}
