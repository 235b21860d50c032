package org.broadsheet.stack.control;

import java.util.Locale;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.settings.Home;

/// Refuses to start on a disk that is nearly full: Elasticsearch and PostgreSQL would stop writing
/// soon, each with a message of its own.
public final class DiskCheck {
    private static final long BYTES_MIN = 2_000_000_000L;
    private static final double GIGABYTE = 1e9;

    private DiskCheck() {}

    public static void of(Home home) {
        check(home.freeBytes(), home);
    }

    static void check(long free, Home home) {
        if (free < BYTES_MIN) {
            throw new Problem(
                    "Only "
                            + gigabytes(free)
                            + " GB are free where the stack lives ("
                            + home.root()
                            + "); it needs "
                            + gigabytes(BYTES_MIN)
                            + " GB to work.",
                    "Make room, or set BROADSHEET_HOME to a folder on another disk.");
        }
    }

    public static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIGABYTE);
    }
}
