package org.broadsheet.index;

import jakarta.inject.Singleton;

/// What an operator wants of this replica: events to flow, or to rest. A restart lets them flow.
@Singleton
class Valve {
    private volatile boolean closed;

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    void open() {
        closed = false;
    }
}
