package org.broadsheet.index;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.broadsheet.index.event.ArticleTopics;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.IndexGenerations;
import org.broadsheet.index.index.IndexVerdict;
import org.broadsheet.index.index.IndexVerdict.Unusable;
import org.broadsheet.index.index.IndexVerdict.Usable;

/// What has to stand before the first event can be applied: topics and index. One attempt; makes
/// what is ours to make.
@Singleton
class Preparation {
    private final ArticleTopics topics;
    private final IndexGenerations generations;

    Preparation(ArticleTopics topics, IndexGenerations generations) {
        this.topics = topics;
        this.generations = generations;
    }

    int generation() {
        return generations.generation();
    }

    IndexVerdict attempt() {
        try {
            Optional<String> missing = topics.ensure();
            if (missing.isPresent()) {
                return new Unusable(missing.get());
            }
            return generations.ensure();
        } catch (KafkaException e) {
            return new Unusable("kafka is away");
        } catch (AwayException e) {
            return new Unusable("elasticsearch is away: " + e.getMessage());
        }
    }

    /// Whether another index now stands in the place of this one: it would hold none of the events
    /// applied so far. While nobody can tell, it is taken for the same.
    boolean isReplaced(String uuid) {
        try {
            return switch (generations.inspect()) {
                case Usable(String found, String _) -> !found.equals(uuid);
                case Unusable _ -> false;
            };
        } catch (AwayException e) {
            return false;
        }
    }
}
