package org.broadsheet.benchmark.peer;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Counts documents that Elasticsearch has acknowledged. The speed is that from the first
/// acknowledgement to the last, so that nobody's start is in it.
public final class Progress {
    private final long wanted;
    private final CountDownLatch whole = new CountDownLatch(1);
    private long first;
    private long count;
    private long started;
    private long ended;
    private @Nullable Throwable failure;

    /// @param wanted how many there are
    public Progress(long wanted) {
        this.wanted = wanted;
    }

    public synchronized void acknowledged(long documents) {
        long now = System.nanoTime();
        if (count == 0) {
            first = documents;
            started = now;
        }
        count += documents;
        if (count >= wanted && whole.getCount() > 0) {
            ended = now;
            whole.countDown();
        }
    }

    public synchronized void failed(Throwable cause) {
        failure = cause;
        whole.countDown();
    }

    /// Waits for the last; documents a second.
    public double speed() {
        try {
            if (!whole.await(2, TimeUnit.HOURS)) {
                throw new IllegalStateException(count + " of " + wanted + " documents");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        synchronized (this) {
            if (failure != null) {
                throw new IllegalStateException("not all documents were taken", failure);
            }
            return (count - first) / ((ended - started) / 1e9);
        }
    }
}
