package org.broadsheet.query.article;

import io.quarkus.elasticsearch.restclient.lowlevel.ElasticsearchClientConfig;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import javax.net.ssl.SSLContext;
import org.apache.http.impl.nio.client.HttpAsyncClientBuilder;
import org.elasticsearch.client.RestClientBuilder.HttpClientConfigCallback;

/// Who must have signed Elasticsearch's certificate, where `quarkus.elasticsearch.protocol` is
/// `https`: the authorities in `quarkus.tls.elasticsearch.trust-store.pem.certs`, or without that
/// setting those that every JVM knows.
@ElasticsearchClientConfig
class ElasticsearchTrust implements HttpClientConfigCallback {
    private final TlsConfigurationRegistry registry;

    ElasticsearchTrust(TlsConfigurationRegistry registry) {
        this.registry = registry;
    }

    @Override
    public HttpAsyncClientBuilder customizeHttpClient(HttpAsyncClientBuilder client) {
        registry.get("elasticsearch").ifPresent(tls -> client.setSSLContext(context(tls)));
        return client;
    }

    private static SSLContext context(TlsConfiguration tls) {
        try {
            return tls.createSSLContext();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "quarkus.tls.elasticsearch cannot be used: " + e.getMessage(), e);
        }
    }
}
