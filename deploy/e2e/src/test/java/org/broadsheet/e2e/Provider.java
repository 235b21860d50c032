package org.broadsheet.e2e;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.InetAddress;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/// An OpenID Connect provider over HTTP, with a sign-in page where whoever comes says which roles
/// they have, and with keys to sign tokens as good and as bad as a test needs them.
final class Provider implements AutoCloseable {
    private static final String NAME = "papers";
    private static final String AUDIENCE = "broadsheet";
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    /// Little more than the time before its end at which a token is renewed, so that a test can
    /// wait for it.
    private static final int SESSION_TOKEN_SECONDS = 23;

    private final String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
    private final OAuth2TokenProvider tokens = new OAuth2TokenProvider();
    private final MockOAuth2Server server;

    Provider() throws IOException {
        server =
                new MockOAuth2Server(
                        new OAuth2Config(
                                true,
                                null,
                                null,
                                true,
                                tokens,
                                Set.of(
                                        new DefaultOAuth2TokenCallback(
                                                NAME,
                                                "nobody",
                                                "JWT",
                                                List.of(AUDIENCE),
                                                Map.of(),
                                                SESSION_TOKEN_SECONDS)),
                                new ProviderServer()));
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    String address() {
        return server.issuerUrl(NAME).toString();
    }

    /// What query-service shows the provider; never to be seen elsewhere.
    String secret() {
        return secret;
    }

    /// Variables of the services that make keepers sign in here.
    Map<String, String> settings() {
        return Map.of(
                "ACCESS_TOKENS", "true",
                "DESK_SIGN_IN", "true",
                "DESK_HTTPS", "false",
                "QUARKUS_OIDC_AUTH_SERVER_URL", address(),
                "QUARKUS_OIDC_CLIENT_ID", "broadsheet-desk",
                "QUARKUS_OIDC_CREDENTIALS_SECRET", secret);
    }

    /// A good token of an account with one role of ours, or of another's.
    String token(String role) {
        return signed(Map.of("groups", List.of("staff", role)), GOOD_FOR);
    }

    /// Tokens that open nothing, though each says that it opens everything, by what is wrong.
    Map<String, String> badTokens() throws JOSEException, ParseException {
        Map<String, String> bad = new HashMap<>();
        bad.put("too old", signed(Map.of(), Duration.ofMinutes(-10)));
        bad.put("for another service", signed(Map.of("aud", "another"), GOOD_FOR));
        bad.put("of another issuer", signed(Map.of("iss", "http://elsewhere.example"), GOOD_FOR));
        bad.put("no role of ours", signed(Map.of("groups", List.of("manage")), GOOD_FOR));
        JWTClaimsSet claims = SignedJWT.parse(signed(Map.of(), GOOD_FOR)).getJWTClaimsSet();
        bad.put("not signed", new PlainJWT(claims).serialize());
        bad.put(
                "signed with another key",
                signed(
                        claims,
                        JWSAlgorithm.RS256,
                        new RSASSASigner(new RSAKeyGenerator(2048).keyID(NAME).generate())));
        bad.put(
                "signed with the public key as if it were a secret",
                signed(
                        claims,
                        JWSAlgorithm.HS256,
                        new MACSigner(
                                tokens.publicJwkSet(NAME)
                                        .getKeys()
                                        .getFirst()
                                        .toRSAKey()
                                        .toPublicKey()
                                        .getEncoded())));
        String[] reader = token("broadsheet-read").split("\\.", 3);
        String[] manager = token("broadsheet-manage").split("\\.", 3);
        bad.put("changed", String.join(".", reader[0], manager[1], reader[2]));
        return bad;
    }

    private String signed(Map<String, Object> besides, Duration goodFor) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", address());
        claims.put("sub", "mei");
        claims.put("aud", AUDIENCE);
        claims.put("groups", List.of("broadsheet-manage"));
        claims.putAll(besides);
        return tokens.jwt(claims, goodFor, NAME).serialize();
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(NAME).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
