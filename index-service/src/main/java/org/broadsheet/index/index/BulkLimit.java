package org.broadsheet.index.index;

import java.time.Duration;

/// Most bytes of one bulk request, found by trying: halved when Elasticsearch finds a request too
/// large or is slow with it, and raised step by step while it is quick. Safe for several threads.
final class BulkLimit {
    /// Below this a smaller request is no help.
    static final long BYTES_MIN = 64 * 1024;

    private static final int STEPS = 16;

    private final long bytesMax;
    private final Duration slow;
    private long bytes;

    BulkLimit(long bytesMax, Duration slow) {
        this.bytesMax = bytesMax;
        this.slow = slow;
        this.bytes = bytesMax;
    }

    synchronized long bytes() {
        return bytes;
    }

    /// A request of this size was turned down for its size.
    synchronized void tooLarge(long requestBytes) {
        lower(Math.min(bytes, requestBytes) / 2);
    }

    /// A request was answered, or given up, after this time.
    synchronized void took(Duration time) {
        if (time.compareTo(slow) > 0) {
            lower(bytes / 2);
        } else {
            bytes = Math.min(bytesMax, bytes + Math.max(1, bytesMax / STEPS));
        }
    }

    private void lower(long wanted) {
        bytes = Math.max(Math.min(BYTES_MIN, bytesMax), wanted);
    }
}
