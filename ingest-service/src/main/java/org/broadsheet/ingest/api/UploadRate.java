package org.broadsheet.ingest.api;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.broadsheet.ingest.upload.UploadConfig;

/// Bounds how fast one key may bring files: a bucket of tokens for each, filled at a steady rate.
@Singleton
class UploadRate {
    /// Keys remembered at a time; the one that has been quiet longest is forgotten.
    private static final int KEYS_MAX = 10_000;

    private static final double SECOND = 1e9;

    /// Asked for late: filters are made before the configuration is known.
    private final Provider<UploadConfig> config;

    private final LongSupplier clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Bucket(double tokens, long filledAt) {}

    @Inject
    UploadRate(Provider<UploadConfig> config) {
        this(config, System::nanoTime);
    }

    UploadRate(Provider<UploadConfig> config, LongSupplier clock) {
        this.config = config;
        this.clock = clock;
    }

    /// @param key that a request came with, or what stands for it
    synchronized boolean allows(String key) {
        int perSecond = config.get().requestsPerSecond();
        int burst = config.get().requestsBurst();
        if (perSecond == 0) {
            return true;
        }
        long now = clock.getAsLong();
        Bucket bucket = buckets.getOrDefault(key, new Bucket(burst, now));
        double filled = (now - bucket.filledAt()) / SECOND * perSecond;
        double tokens = Math.min(burst, bucket.tokens() + filled);
        boolean allowed = tokens >= 1;
        buckets.put(key, new Bucket(allowed ? tokens - 1 : tokens, now));
        if (buckets.size() > KEYS_MAX) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return allowed;
    }
}
