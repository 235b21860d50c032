package org.broadsheet.ingest.drop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A clock that a test moves by hand.
final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-21T08:00:00Z");

    private Duration pending = Duration.ZERO;

    void forward(Duration by) {
        now = now.plus(by);
    }

    /// Moves on as soon as somebody has looked at it.
    void forwardAfterALook(Duration by) {
        pending = by;
    }

    @Override
    public Instant instant() {
        Instant seen = now;
        forward(pending);
        pending = Duration.ZERO;
        return seen;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests live in UTC");
    }
}
