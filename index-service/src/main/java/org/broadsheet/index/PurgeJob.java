package org.broadsheet.index;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.IndexConfig;
import org.broadsheet.index.index.WithdrawnArticles;
import org.jboss.logging.Logger;

/// Removes withdrawn articles from the index once they are old, now and then. No replay of the
/// topic can bring such an article back for good: its withdrawal is the last thing the topic says
/// of it, and stays there. Older revisions have been compacted away long before.
@Singleton
class PurgeJob {
    private static final Logger LOG = Logger.getLogger(PurgeJob.class);

    private final WithdrawnArticles withdrawn;
    private final IndexConfig config;
    private final Thread thread = Thread.ofVirtual().name("purge").unstarted(this::run);

    PurgeJob(WithdrawnArticles withdrawn, IndexConfig config) {
        this.withdrawn = withdrawn;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    /// @return how many were removed
    /// @throws AwayException while Elasticsearch can't do it
    long purge() {
        long purged = withdrawn.purge(Clock.systemUTC().instant().minus(config.purgeAfter()));
        if (purged > 0) {
            LOG.infof("withdrawn articles purged count=%d", purged);
        }
        return purged;
    }

    private void run() {
        Duration wait = config.purgeEvery();
        try {
            while (true) {
                Thread.sleep(wait);
                try {
                    purge();
                } catch (AwayException e) {
                    LOG.debugf(e, "purge not possible now");
                }
            }
        } catch (InterruptedException e) {
            // The service stops.
        }
    }
}
