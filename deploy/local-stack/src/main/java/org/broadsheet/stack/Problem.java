package org.broadsheet.stack;

/// Something that stops a command and that the person at the keyboard can act on. The message says
/// what is the matter, the remedy what to do next; neither is followed by a stack trace.
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final int exitCode;

    public Problem(String message, String remedy) {
        this(message, remedy, 1);
    }

    private Problem(String message, String remedy, int exitCode) {
        super(message);
        this.remedy = remedy;
        this.exitCode = exitCode;
    }

    /// A command line that cannot be understood.
    public static Problem usage(String message, String remedy) {
        return new Problem(message, remedy, 2);
    }

    public String message() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }

    public int exitCode() {
        return exitCode;
    }
}
