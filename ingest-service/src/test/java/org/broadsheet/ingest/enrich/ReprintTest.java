package org.broadsheet.ingest.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReprintTest {
    private static final String TEXT =
            "近日，东胜区天骄街道开展志愿服务活动。活动当天，党员志愿者以辖区收费站和车流量集中的路段为宣传阵地，向过往货运司机发放宣传手册。"
                    + "执法人员结合真实案例，用通俗易懂的语言普及法律知识，提醒司机规范装载、文明行车。大家纷纷表示很有收获。";

    @Test
    void reprintWithAnotherBeginningAndEndHasTheSameKey() {
        String reprinted = "本报讯 昨日，" + TEXT.substring(3).replace("，", ", ") + "（记者 王飞）";

        assertThat(Reprint.key(reprinted)).isEqualTo(Reprint.key(TEXT)).matches("[0-9a-f]{32}");
    }

    @Test
    void anotherTextHasAnotherKey() {
        assertThat(Reprint.key(TEXT.replace("货运司机", "出租车司机"))).isNotEqualTo(Reprint.key(TEXT));
        assertThat(Reprint.key("简讯一则。")).isNotEqualTo(Reprint.key("简讯两则。"));
    }

    @Test
    void whatHasNoTextHasNoKeyAndNoFingerprint() {
        assertThat(Reprint.key("……")).isNull();
        assertThat(SimHash.bands("……")).isEmpty();
    }

    @Test
    void nearDuplicatesShareABandAndOthersRarelyDo() {
        assertThat(shared(TEXT, TEXT.replace("货运司机", "过路司机"))).isPositive();
        assertThat(shared(TEXT, TEXT)).isEqualTo(4);
        assertThat(shared(TEXT, "政治修养是人们在社会政治生活中自觉进行自我锻炼、自我改造的过程。")).isZero();
    }

    private static int shared(String one, String other) {
        List<String> bands = new ArrayList<>(SimHash.bands(one));
        bands.retainAll(SimHash.bands(other));
        return bands.size();
    }
}
