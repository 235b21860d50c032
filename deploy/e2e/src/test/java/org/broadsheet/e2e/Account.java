package org.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A keeper with an account at the provider, and a browser that keeps cookies and goes a step at a
/// time.
final class Account implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .connectTimeout(PATIENCE)
                    .build();

    /// @param address of the desk, or a whole one
    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(request(address).GET());
    }

    /// Fills in a form.
    HttpResponse<String> post(String address, Map<String, String> form)
            throws IOException, InterruptedException {
        String body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encode(field.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    /// Brings a file.
    HttpResponse<String> upload(String name, String text) throws IOException, InterruptedException {
        String body =
                """
                --edge\r
                Content-Disposition: form-data; name="file"; filename="%s"\r
                Content-Type: text/plain\r
                \r
                %s\r
                --edge--\r
                """
                        .formatted(name, text);
        return send(
                request("/desk/uploads")
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofString(body)));
    }

    /// Goes wherever it is sent, to the page at the end.
    HttpResponse<String> follow(HttpResponse<String> answer)
            throws IOException, InterruptedException {
        HttpResponse<String> last = answer;
        for (int steps = 0; last.statusCode() / 100 == 3; steps++) {
            assertThat(steps).as("steps, now at " + last.uri()).isLessThan(10);
            last = get(target(last));
        }
        return last;
    }

    /// At the provider's page, as who has these groups.
    ///
    /// @param sent there by query-service
    /// @return the answer that sends back
    HttpResponse<String> signIn(HttpResponse<String> sent, String... groups)
            throws IOException, InterruptedException {
        String claims =
                Arrays.stream(groups)
                        .collect(Collectors.joining("\",\"", "{\"groups\":[\"", "\"]}"));
        return post(target(sent), Map.of("username", "mei", "claims", claims));
    }

    /// Where an answer sends to.
    static String target(HttpResponse<String> answer) {
        assertThat(answer.statusCode() / 100).as(answer.uri() + "\n" + answer.body()).isEqualTo(3);
        return answer.uri()
                .resolve(answer.headers().firstValue("Location").orElseThrow())
                .toString();
    }

    /// The parameters of an address.
    static Map<String, String> parameters(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(each -> each.split("=", 2))
                .collect(
                        Collectors.toMap(
                                each -> each[0],
                                each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    /// What an answer says of cookies that it sets; not those that it takes away.
    static List<String> cookiesSet(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> HttpCookie.parse(cookie).getFirst().getMaxAge() != 0)
                .toList();
    }

    private static HttpRequest.Builder request(String address) {
        URI whole =
                URI.create(address.startsWith("/") ? Deploy.address("query") + address : address);
        return HttpRequest.newBuilder(whole)
                .timeout(PATIENCE)
                .header("Accept-Language", "en")
                .header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        browser.close();
    }
}
