package org.broadsheet.query;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Bounds how fast one address may ask the API: a bucket of tokens for each, filled at a steady
/// rate. Behind a proxy, `quarkus.http.proxy` tells the readers apart.
@Singleton
class RateLimit {
    /// Addresses remembered at a time; who has been quiet longest is forgotten.
    private static final int ADDRESSES_MAX = 10_000;

    private static final double SECOND = 1e9;

    /// Asked for late: filters are made before the configuration is known.
    private final Provider<RateConfig> config;

    private final LongSupplier clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    private record Bucket(double tokens, long filledAt) {}

    @Inject
    RateLimit(Provider<RateConfig> config) {
        this(config, System::nanoTime);
    }

    RateLimit(Provider<RateConfig> config, LongSupplier clock) {
        this.config = config;
        this.clock = clock;
    }

    @ServerRequestFilter
    void check(UriInfo uri, HttpServerRequest request) {
        if (uri.getPath().startsWith("/api") && !allows(request.remoteAddress().hostAddress())) {
            throw new TooManyRequests();
        }
    }

    synchronized boolean allows(String address) {
        if (config.get().perSecond() == 0) {
            return true;
        }
        long now = clock.getAsLong();
        Bucket bucket = buckets.getOrDefault(address, new Bucket(config.get().burst(), now));
        double filled = (now - bucket.filledAt()) / SECOND * config.get().perSecond();
        double tokens = Math.min(config.get().burst(), bucket.tokens() + filled);
        boolean allowed = tokens >= 1;
        buckets.put(address, new Bucket(allowed ? tokens - 1 : tokens, now));
        if (buckets.size() > ADDRESSES_MAX) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return allowed;
    }
}
