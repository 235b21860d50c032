package org.broadsheet.stack.server;

/// Whether a running process can do its work.
public sealed interface Readiness {
    record Ready() implements Readiness {}

    record NotReady(String why) implements Readiness {}

    static Readiness yes() {
        return new Ready();
    }

    static Readiness no(String why) {
        return new NotReady(why);
    }
}
