package org.broadsheet.query.export;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/// The places for exports that run at the same time.
final class ExportPlaces {
    private final Semaphore free;

    ExportPlaces(int atOnceMax) {
        this.free = new Semaphore(atOnceMax);
    }

    /// @throws TooManyExports if all are taken
    Place take() {
        if (!free.tryAcquire()) {
            throw new TooManyExports();
        }
        return new Place();
    }

    /// One that is taken.
    final class Place implements AutoCloseable {
        private final AtomicBoolean isTaken = new AtomicBoolean(true);

        /// To be called before the file ends: whoever has all of it may ask for the next at once.
        void giveBack() {
            if (isTaken.getAndSet(false)) {
                free.release();
            }
        }

        /// Gives it back, unless that has been done.
        @Override
        public void close() {
            giveBack();
        }
    }
}
