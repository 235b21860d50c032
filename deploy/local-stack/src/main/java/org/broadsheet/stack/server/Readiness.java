package org.broadsheet.stack.server;

/// Whether a running process can do its work.
public sealed interface Readiness {
    Readiness READY = new Ready();

    record Ready() implements Readiness {}

    record NotReady(String why) implements Readiness {}

    static Readiness no(String why) {
        return new NotReady(why);
    }
}
