package org.broadsheet.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(5 * SECOND);

    @Test
    void burstIsAllowedAndThenAsMuchAsTheRate() {
        RateLimit limit = limit(2, 5);

        assertThat(allowed(limit, "a", 20)).isEqualTo(5);
        now.addAndGet(3 * SECOND);
        assertThat(allowed(limit, "a", 20)).isEqualTo(5);
        now.addAndGet(SECOND);
        assertThat(allowed(limit, "a", 20)).isEqualTo(2);
        now.addAndGet(SECOND / 2);
        assertThat(allowed(limit, "a", 20)).isEqualTo(1);
    }

    @Test
    void oneAddressTakesNothingFromAnother() {
        RateLimit limit = limit(1, 3);

        assertThat(allowed(limit, "a", 10)).isEqualTo(3);
        assertThat(allowed(limit, "b", 10)).isEqualTo(3);
    }

    @Test
    void zeroIsNoBound() {
        assertThat(allowed(limit(0, 1), "a", 1_000)).isEqualTo(1_000);
    }

    @Test
    void manyAddressesDoNotMakeTheBusyOneForgotten() {
        RateLimit limit = limit(1, 3);
        allowed(limit, "busy", 3);
        for (int i = 0; i < 30_000; i++) {
            limit.allows("address-" + i);
            if (i % 1_000 == 0) {
                assertThat(limit.allows("busy")).isFalse();
            }
        }
    }

    private static int allowed(RateLimit limit, String address, int requests) {
        int allowed = 0;
        for (int i = 0; i < requests; i++) {
            allowed += limit.allows(address) ? 1 : 0;
        }
        return allowed;
    }

    private RateLimit limit(int perSecond, int burst) {
        RateConfig config =
                new RateConfig() {
                    @Override
                    public int perSecond() {
                        return perSecond;
                    }

                    @Override
                    public int burst() {
                        return burst;
                    }
                };
        return new RateLimit(() -> config, now::get);
    }
}
