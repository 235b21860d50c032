package org.broadsheet.stack.process;

import java.time.Duration;

/// A short wait in a loop that has a deadline.
public final class Pause {
    private Pause() {}

    /// False when the thread was interrupted: then the loop should end.
    public static boolean of(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
