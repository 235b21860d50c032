package org.broadsheet.stack.terminal;

import java.util.Locale;

/// A progress bar of a fixed width: `[████░░░░] 12 of 190 MB`.
public final class Bar {
    private static final int WIDTH = 20;
    private static final double MEGABYTE = 1_000_000.0;

    private Bar() {}

    /// `total` is what is expected; a little more or less may come, so the bar fills up only when
    /// the step is done.
    public static String of(long bytes, long total) {
        double share = total <= 0 ? 0 : Math.min(0.99, (double) bytes / total);
        int full = (int) (share * WIDTH);
        return "["
                + "█".repeat(full)
                + "░".repeat(WIDTH - full)
                + "] "
                + megabytes(bytes)
                + " of about "
                + megabytes(total)
                + " MB";
    }

    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / MEGABYTE);
    }
}
