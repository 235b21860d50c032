package org.broadsheet.stack.process;

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
}
