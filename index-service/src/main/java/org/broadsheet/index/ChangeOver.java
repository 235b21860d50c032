package org.broadsheet.index;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.broadsheet.index.event.ArticleTopics;
import org.broadsheet.index.event.GroupProgress;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.IndexComparison;
import org.broadsheet.index.index.IndexGenerations;
import org.jboss.logging.Logger;

/// Lets searches change over to a new index once it is as good as the old one: when all events of
/// the topic have gone into it, the two are compared, article by article, and only then the alias
/// moves. Any replica may do it; doing it twice changes nothing.
@Singleton
class ChangeOver {
    private static final Logger LOG = Logger.getLogger(ChangeOver.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    private final IndexGenerations generations;
    private final ArticleTopics topics;
    private final AtomicBoolean running = new AtomicBoolean();
    private volatile String held = "";
    private volatile Optional<GroupProgress> progress = Optional.empty();
    private volatile boolean isUnderWay;
    private volatile long notBefore = System.nanoTime();

    ChangeOver(IndexGenerations generations, ArticleTopics topics) {
        this.generations = generations;
        this.topics = topics;
    }

    /// What keeps searches on the old index although the new one is filled; empty if nothing does.
    String held() {
        return held;
    }

    /// How far the new index is filled, while one is.
    Optional<GroupProgress> progress() {
        return progress;
    }

    /// Whether a new index is being filled or checked, as far as is known: then it is worth looking
    /// more often.
    boolean isUnderWay() {
        return isUnderWay;
    }

    /// A new build begins: what was found about another one no longer counts.
    void begin() {
        isUnderWay = true;
        held = "";
        notBefore = System.nanoTime();
    }

    /// Looks whether it is time, beside the thread that calls, at most once at a time.
    ///
    /// @param mark of the index and the topic that are in use
    void consider(String mark) {
        if (notBefore - System.nanoTime() > 0 || !running.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual()
                .name("change-over")
                .start(
                        () -> {
                            try {
                                attempt(mark);
                            } catch (AwayException | KafkaException e) {
                                LOG.debugf(e, "change-over not possible now");
                            } finally {
                                running.set(false);
                            }
                        });
    }

    private void attempt(String mark) {
        isUnderWay = generations.isChangingOver();
        if (!isUnderWay) {
            held = "";
            progress = Optional.empty();
            return;
        }
        GroupProgress now = topics.progress(generations.generation(), mark);
        progress = Optional.of(now);
        if (now.remaining() > 0) {
            return;
        }
        IndexComparison comparison = generations.compare();
        if (comparison.lacking() > 0) {
            held =
                    "%d of %d articles are not as good in the new index, such as %s: republish them, or roll back"
                            .formatted(
                                    comparison.lacking(),
                                    comparison.compared(),
                                    comparison.examples());
            LOG.warnf("change-over held: %s", held);
            notBefore = System.nanoTime() + AGAIN_AFTER.toNanos();
            return;
        }
        IndexGenerations.Answer answer = generations.changeOver();
        held = answer.accepted() ? "" : answer.message();
        progress = Optional.empty();
        isUnderWay = !answer.accepted();
        LOG.infof("changed over articles=%d: %s", comparison.compared(), answer.message());
    }
}
