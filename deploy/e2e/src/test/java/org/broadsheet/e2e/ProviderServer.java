package org.broadsheet.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// The JDK's HTTP server under the [Provider].
final class ProviderServer implements OAuth2HttpServer {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    ProviderServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
    }

    @Override
    public OAuth2HttpServer start(
            Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> provider) {
        server.createContext("/", exchange -> answer(exchange, provider));
        server.start();
        return this;
    }

    @Override
    public OAuth2HttpServer start(
            int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> provider) {
        return start(provider);
    }

    @Override
    public OAuth2HttpServer start(
            InetAddress address,
            int port,
            Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> provider) {
        return start(provider);
    }

    private void answer(
            HttpExchange exchange,
            Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> provider) {
        try (exchange) {
            Headers.Builder headers = new Headers.Builder();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> headers.add(name, value)));
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            OAuth2HttpResponse answer =
                    provider.invoke(
                            new OAuth2HttpRequest(
                                    headers.build(),
                                    exchange.getRequestMethod(),
                                    url(exchange.getRequestURI().toString()),
                                    body));
            answer.getHeaders()
                    .forEach(
                            header ->
                                    exchange.getResponseHeaders()
                                            .add(header.getFirst(), header.getSecond()));
            byte[] text =
                    Objects.requireNonNullElse(answer.getBody(), "")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.getStatus(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | LinkageError e) {
            // The server would end the connection without a word.
            System.err.println("provider: " + exchange.getRequestURI() + ": " + e);
            throw e;
        }
    }

    @Override
    public OAuth2HttpServer stop() {
        server.stop(0);
        threads.close();
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public HttpUrl url(String path) {
        return Objects.requireNonNull(HttpUrl.get("http://127.0.0.1:" + port()).resolve(path));
    }

    @Override
    public @Nullable Ssl sslConfig() {
        return null;
    }
}
