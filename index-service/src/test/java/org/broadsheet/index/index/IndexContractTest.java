package org.broadsheet.index.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.broadsheet.index.Configs;
import org.junit.jupiter.api.Test;

class IndexContractTest {
    @Test
    void anIndexHasOneShardUnlessToldOtherwise() {
        assertThat(shards(Map.of())).isEqualTo(1);
        assertThat(shards(Map.of("index.shards", "6"))).isEqualTo(6);
    }

    @Test
    void aNumberOfShardsThatNoIndexCanHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shards(Map.of("index.shards", "0")))
                .withMessage("index.shards must be from 1 to 1024, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shards(Map.of("index.shards", "1025")));
    }

    private static int shards(Map<String, String> settings) {
        IndexConfig config = Configs.of(settings).getConfigMapping(IndexConfig.class);
        return IndexContract.read(config)
                .definition()
                .at("/settings/index/number_of_shards")
                .intValue();
    }
}
