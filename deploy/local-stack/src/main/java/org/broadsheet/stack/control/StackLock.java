package org.broadsheet.stack.control;

import org.broadsheet.stack.process.Lock;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Terminal;

/// Only one command at a time starts or stops something in a stack.
public final class StackLock {
    private StackLock() {}

    public static Lock take(Stack stack, Terminal terminal) {
        return Lock.take(
                stack.home().run().resolve("lock"),
                () ->
                        terminal.line(
                                "Another command is starting or stopping this stack ("
                                        + stack.home().root()
                                        + "); waiting for it to end."));
    }
}
