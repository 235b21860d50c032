package org.broadsheet.ingest.upload;

/// Files are not taken over HTTP; nothing of the request is kept.
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    /// Not now: the same files may be taken later.
    public static final int COME_AGAIN = 429;

    /// The same, for want of room on the disk.
    public static final int NO_ROOM = 507;

    private final int status;
    private final String title;

    /// @param status of the answer: 400, 413, 429 or 507
    /// @param detail what is wrong, naming the file, and what to do
    public Refusal(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
