package org.broadsheet.index;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The thread that the indexer runs on: from the start of the service to its stop. Work in flight
/// may end in its own time for a while, then its waiting is cut off; what is not committed comes
/// again.
@Singleton
class IndexerThread {
    private static final Logger LOG = Logger.getLogger(IndexerThread.class);

    private final ArticleIndexer indexer;
    private final IndexerCondition condition;
    private final IndexerConfig config;
    private @Nullable Thread thread;

    IndexerThread(ArticleIndexer indexer, IndexerCondition condition, IndexerConfig config) {
        this.indexer = indexer;
        this.condition = condition;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        Thread started = new Thread(indexer, "article-indexer");
        started.setUncaughtExceptionHandler(this::died);
        started.start();
        thread = started;
    }

    void stop() throws InterruptedException {
        Thread running = thread;
        if (running == null) {
            return;
        }
        indexer.stop();
        if (!running.join(config.stopGrace())) {
            running.interrupt();
            if (!running.join(config.stopDeadline())) {
                LOG.warn("indexer did not end in time; what it did last may be done again");
            }
        }
    }

    private void died(Thread ended, Throwable fault) {
        LOG.error("indexer thread ended by a fault", fault);
        condition.become(new IndexerState.Died(fault.getClass().getSimpleName()));
    }
}
