package org.broadsheet.index;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.broadsheet.index.event.ArticleTopics;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.IndexGenerations;
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

    /// What an attempt came to.
    sealed interface Result {
        /// @param mark of this index and this topic: with another of either it is another mark
        /// @param note what is odd all the same; empty if nothing is
        record Ready(String mark, String note) implements Result {}

        record Missing(String reason) implements Result {}
    }

    int generation() {
        return generations.generation();
    }

    Result attempt() {
        try {
            Optional<String> topicId = topics.ensure();
            if (topicId.isEmpty()) {
                return new Result.Missing(topics.missing());
            }
            return switch (generations.ensure()) {
                case Usable(String uuid, String note) ->
                        new Result.Ready(mark(uuid, topicId.get()), note);
                case Unusable(String reason) -> new Result.Missing(reason);
            };
        } catch (KafkaException e) {
            return new Result.Missing("kafka is away");
        } catch (AwayException e) {
            return new Result.Missing("elasticsearch is away: " + e.getMessage());
        }
    }

    /// Whether another index, or another topic, now stands in the place of the marked ones: what
    /// was applied so far counts for nothing then. While nobody can tell, they are taken for the
    /// same.
    boolean isReplaced(String mark) {
        try {
            Optional<String> topicId = topics.articleTopicId();
            return topicId.isPresent()
                    && switch (generations.inspect()) {
                        case Usable(String uuid, String _) ->
                                !mark(uuid, topicId.get()).equals(mark);
                        case Unusable _ -> false;
                    };
        } catch (KafkaException | AwayException e) {
            return false;
        }
    }

    private static String mark(String indexUuid, String topicId) {
        return indexUuid + "/" + topicId;
    }
}
