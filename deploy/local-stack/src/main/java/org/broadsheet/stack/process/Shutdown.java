package org.broadsheet.stack.process;

import java.time.Duration;

/// Whether this process is ending because it was told to, by Ctrl-C or a signal. What fails then
/// fails because of that, and is not worth telling.
public final class Shutdown {
    private Shutdown() {}

    public static boolean isUnderWay() {
        Thread probe = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    /// Goes on only if nothing is ending; otherwise leaves the rest to what runs at the end.
    public static void giveWay() {
        while (isUnderWay()) {
            Pause.of(Duration.ofSeconds(1));
        }
    }
}
