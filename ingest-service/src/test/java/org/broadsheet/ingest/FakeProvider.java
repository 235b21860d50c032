package org.broadsheet.ingest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/// Where an OpenID Connect provider should be, which has nothing to say (503) until a test brings
/// it back. It is told over HTTP, because tests and their servers don't share classes.
final class FakeProvider {
    private static final JsonMapper JSON = new JsonMapper();

    private final RsaJsonWebKey key;
    private final HttpServer server;
    private volatile boolean isThere;

    FakeProvider() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        key.setKeyId("first");
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        answer(
                                exchange,
                                JSON.writeValueAsString(
                                        Map.of(
                                                "issuer",
                                                address(),
                                                "jwks_uri",
                                                address() + "/keys"))));
        server.createContext(
                "/keys", exchange -> answer(exchange, new JsonWebKeySet(key).toJson()));
        server.createContext("/there", this::comeBack);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// From now on it answers; this with a token of a keeper who may do everything.
    private void comeBack(HttpExchange exchange) throws IOException {
        isThere = true;
        answer(exchange, token());
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (isThere) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } else {
            exchange.sendResponseHeaders(503, -1);
        }
        exchange.close();
    }

    private String token() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(address());
        claims.setAudience("broadsheet");
        claims.setSubject("mei");
        claims.setStringListClaim("groups", "broadsheet-manage");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() {
        server.stop(0);
    }
}
