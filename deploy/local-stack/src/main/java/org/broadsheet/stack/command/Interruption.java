package org.broadsheet.stack.command;

import java.util.concurrent.atomic.AtomicBoolean;
import org.broadsheet.stack.server.Stack;

/// Says what Ctrl-C leaves behind. What was started stays, because it runs in a session of its own.
final class Interruption implements AutoCloseable {
    private final AtomicBoolean working = new AtomicBoolean(true);

    static Interruption watch(Stack stack) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.tell(stack)));
        return interruption;
    }

    private void tell(Stack stack) {
        if (working.get()) {
            System.err.println();
            System.err.println(
                    "Interrupted. What was started keeps running: "
                            + stack.sources().command("up")
                            + " goes on from here, "
                            + stack.sources().command("down")
                            + " stops it.");
        }
    }

    @Override
    public void close() {
        working.set(false);
    }
}
