package org.broadsheet.index;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.apache.kafka.common.KafkaException;
import org.broadsheet.index.event.DeadLetterBox;
import org.broadsheet.index.event.EventsConfig;
import org.jboss.logging.Logger;

/// Counts the dead letters that wait for a person, now and then, for an alert to hang on. Every
/// replica gives the same figure, because the topic is the truth.
@Singleton
class DeadLetterCount {
    private static final Logger LOG = Logger.getLogger(DeadLetterCount.class);
    private static final long NONE_SEEN = -1;

    private final DeadLetterBox box;
    private final EventsConfig config;
    private final Thread thread = Thread.ofVirtual().name("dead-letter-count").unstarted(this::run);
    private long recordsSeen = NONE_SEEN;
    private volatile double waiting = Double.NaN;

    DeadLetterCount(DeadLetterBox box, EventsConfig config, MeterRegistry metrics) {
        this.box = box;
        this.config = config;
        Gauge.builder("broadsheet.index.dead.letters.waiting", this, count -> count.waiting)
                .description("Dead letters that are neither replayed nor discarded")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.interrupt();
    }

    /// Reads the topic, if there is anything new on it. For one thread.
    void look() {
        try {
            long records = box.records();
            if (records != recordsSeen) {
                waiting = box.letters().size();
                recordsSeen = records;
            }
        } catch (KafkaException e) {
            LOG.debugf(e, "dead letters cannot be counted now");
            waiting = Double.NaN;
            recordsSeen = NONE_SEEN;
        }
    }

    /// Not a number while it is not known.
    double waiting() {
        return waiting;
    }

    private void run() {
        try {
            while (true) {
                look();
                Thread.sleep(config.deadLetterCountEvery());
            }
        } catch (InterruptedException e) {
            // The service stops.
        }
    }
}
