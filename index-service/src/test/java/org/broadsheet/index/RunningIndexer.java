package org.broadsheet.index;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfig;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.index.event.ArticleTopics;
import org.broadsheet.index.event.DeadLetterBox;
import org.broadsheet.index.event.DeadLetters;
import org.broadsheet.index.event.EventDecoder;
import org.broadsheet.index.event.EventsConfig;
import org.broadsheet.index.event.Kafka;
import org.broadsheet.index.index.ArticleIndex;
import org.broadsheet.index.index.Elasticsearch;
import org.broadsheet.index.index.IndexConfig;
import org.broadsheet.index.index.IndexContract;
import org.broadsheet.index.index.IndexGenerations;
import org.broadsheet.index.index.WithdrawnArticles;

/// One indexer, wired by hand as the container does it, on a thread of its own until closed.
final class RunningIndexer implements AutoCloseable {
    final IndexerMetrics metrics = new IndexerMetrics(new SimpleMeterRegistry());
    final IndexerCondition condition = new IndexerCondition();
    final IndexGenerations generations;
    final WithdrawnArticles withdrawn;
    final ChangeOver changeOver;
    final DeadLetterBox box;
    final DeadLetterReplay replay;
    final DeadLetterCount deadLetterCount;
    private final ArticleTopics topics;
    final DeadLetters deadLetters;
    private final IndexerThread thread;

    RunningIndexer(TestStack stack) {
        this(stack, Map.of());
    }

    /// @param besides settings that this one has and others do not
    RunningIndexer(TestStack stack, Map<String, String> besides) {
        Map<String, String> settings = new HashMap<>(stack.settings());
        settings.putAll(besides);
        SmallRyeConfig config = Configs.of(settings);
        EventsConfig events = config.getConfigMapping(EventsConfig.class);
        IndexConfig index = config.getConfigMapping(IndexConfig.class);
        IndexerConfig indexer = config.getConfigMapping(IndexerConfig.class);
        Elasticsearch elasticsearch = new Elasticsearch(stack.elasticsearch());
        IndexContract contract = IndexContract.read(index);
        Kafka kafka = new Kafka(stack.brokers(), events);
        topics = new ArticleTopics(stack.brokers(), events);
        deadLetters = new DeadLetters(kafka, events);
        ArticleIndex articles = new ArticleIndex(elasticsearch, contract, index);
        withdrawn = new WithdrawnArticles(elasticsearch, contract, index);
        box = new DeadLetterBox(stack.brokers(), events, deadLetters);
        deadLetterCount = new DeadLetterCount(box, events, new SimpleMeterRegistry());
        replay = new DeadLetterReplay(box, new EventDecoder(), articles, index, metrics);
        Delivery delivery =
                new Delivery(articles, deadLetters, metrics, Examples.noTraces(), indexer);
        generations = new IndexGenerations(elasticsearch, contract, index);
        changeOver = new ChangeOver(generations, topics);
        Preparation preparation = new Preparation(topics, generations);
        thread =
                new IndexerThread(
                        new ArticleIndexer(
                                preparation,
                                kafka,
                                events,
                                new EventDecoder(),
                                delivery,
                                condition,
                                metrics,
                                indexer,
                                new Valve(),
                                changeOver),
                        condition,
                        indexer);
        thread.start();
    }

    @Override
    public void close() {
        try {
            thread.stop();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        deadLetters.close();
        topics.close();
    }
}
