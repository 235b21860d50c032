package org.broadsheet.index;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.broadsheet.index.Preparation.Result.Missing;
import org.broadsheet.index.Preparation.Result.Ready;
import org.broadsheet.index.event.ArticleConsumer;
import org.broadsheet.index.event.EventDecoder;
import org.broadsheet.index.event.EventsConfig;
import org.broadsheet.index.event.Kafka;
import org.jboss.logging.Logger;

/// Joins events and index, on the one thread that calls `run`: prepare topics and index, then poll,
/// decode, write and commit until it is asked to stop. An outage sends it back to preparing at
/// most; it never ends the thread.
@Singleton
class ArticleIndexer implements Runnable {
    private static final Logger LOG = Logger.getLogger(ArticleIndexer.class);

    private static final Duration CHANGING_OVER = Duration.ofSeconds(1);

    private final Preparation preparation;
    private final Kafka kafka;
    private final EventsConfig events;
    private final EventDecoder decoder;
    private final Delivery delivery;
    private final IndexerCondition condition;
    private final IndexerMetrics metrics;
    private final IndexerConfig config;
    private final Valve valve;
    private final ChangeOver changeOver;
    private final CountDownLatch stopAsked = new CountDownLatch(1);

    ArticleIndexer(
            Preparation preparation,
            Kafka kafka,
            EventsConfig events,
            EventDecoder decoder,
            Delivery delivery,
            IndexerCondition condition,
            IndexerMetrics metrics,
            IndexerConfig config,
            Valve valve,
            ChangeOver changeOver) {
        this.preparation = preparation;
        this.kafka = kafka;
        this.events = events;
        this.decoder = decoder;
        this.delivery = delivery;
        this.condition = condition;
        this.metrics = metrics;
        this.config = config;
        this.valve = valve;
        this.changeOver = changeOver;
    }

    @Override
    public void run() {
        while (!isStopping()) {
            switch (preparation.attempt()) {
                case Missing(String reason) -> {
                    condition.become(new IndexerState.Preparing(reason));
                    pause();
                }
                case Ready(String mark, String note) -> {
                    LOG.infof("index ready mark=%s note=\"%s\"", mark, note);
                    consume(mark);
                }
            }
        }
        condition.become(new IndexerState.Stopped());
    }

    /// Asks the thread to end; returns at once.
    void stop() {
        stopAsked.countDown();
    }

    private void consume(String mark) {
        BatchLoop loop =
                new BatchLoop(
                        decoder,
                        delivery,
                        condition,
                        metrics,
                        new Backoff(
                                config.backoffMin(), config.backoffMax(), new SplittableRandom()),
                        config,
                        events.pollWait(),
                        valve);
        try (ArticleConsumer consumer =
                new ArticleConsumer(kafka.consumer(preparation.generation()), events, mark, loop)) {
            try {
                turnWhileSame(mark, loop, consumer);
                loop.drain();
            } finally {
                // An interrupt has done its work by now; leaving the group still needs the network.
                boolean _ = Thread.interrupted();
            }
            loop.finish(consumer);
        } catch (KafkaException e) {
            if (!isStopping()) {
                LOG.debug("consumer failed", e);
                condition.become(
                        new IndexerState.Preparing("kafka: " + e.getClass().getSimpleName()));
                pause();
            }
        }
    }

    /// Until it is asked to stop, or another index or topic stands in the place of this one.
    private void turnWhileSame(String mark, BatchLoop loop, ArticleConsumer consumer) {
        long checked = System.nanoTime();
        while (!isStopping()) {
            boolean recovered = loop.turn(consumer);
            if (recovered || System.nanoTime() - checked > checkEvery().toNanos()) {
                if (preparation.isReplaced(mark)) {
                    LOG.warnf(
                            "index or topic replaced, reading the topic from the start mark=%s",
                            mark);
                    return;
                }
                changeOver.consider(mark);
                checked = System.nanoTime();
            }
        }
    }

    /// A replica that was asked for a new index looks more often than one that was not.
    private Duration checkEvery() {
        Duration usual = config.indexCheckEvery();
        boolean soon = changeOver.isUnderWay() && usual.compareTo(CHANGING_OVER) > 0;
        return soon ? CHANGING_OVER : usual;
    }

    private boolean isStopping() {
        return stopAsked.getCount() == 0;
    }

    private void pause() {
        try {
            boolean _ = stopAsked.await(config.prepareEvery().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop();
        }
    }
}
