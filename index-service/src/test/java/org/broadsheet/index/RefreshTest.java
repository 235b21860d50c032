package org.broadsheet.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.index.index.ArticleIndex;
import org.broadsheet.index.index.Elasticsearch;
import org.broadsheet.index.index.IndexConfig;
import org.broadsheet.index.index.IndexContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is made of Elasticsearch's answer to a refresh.
class RefreshTest {
    private final FakeElasticsearch elasticsearch = new FakeElasticsearch();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void closeElasticsearch() throws IOException {
        elasticsearch.close();
    }

    @ParameterizedTest
    @CsvSource({"200, 0, true", "200, 1, false", "403, 0, false"})
    void onlyOneThatWorkedIsTimed(int status, int failedShards, boolean worked) {
        elasticsearch.answerRefreshes(status, "{\"_shards\":{\"failed\":" + failedShards + "}}");
        IndexConfig config = Configs.of(Map.of()).getConfigMapping(IndexConfig.class);
        ArticleIndex index =
                new ArticleIndex(
                        new Elasticsearch(elasticsearch.client()),
                        IndexContract.read(config),
                        config);

        Optional<String> trouble = new IndexerMetrics(registry).timeRefresh(index::refresh);

        assertThat(trouble.isEmpty()).isEqualTo(worked);
        assertThat(registry.timer("broadsheet.index.refresh").count()).isEqualTo(worked ? 1 : 0);
    }
}
