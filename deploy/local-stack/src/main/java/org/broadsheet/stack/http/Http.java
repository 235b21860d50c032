package org.broadsheet.stack.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A request to a neighbour on this machine: with a deadline, never through a proxy. The JDK's
/// older client, because it loads in a tenth of the time.
public final class Http {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 5_000;

    private Http() {}

    /// What came back, whatever its status.
    public record Answer(int status, String body) {
        public boolean isOk() {
            return status == 200;
        }

        public Json json() {
            return Json.parse(body);
        }
    }

    /// Empty when nobody answers.
    public static Optional<Answer> get(String address) {
        return send("GET", address, READ_MILLIS);
    }

    /// A request without a body, for work that may take this long. Empty when nobody answers.
    public static Optional<Answer> send(String method, String address, int readMillis) {
        return send(method, address, readMillis, Map.of(), Body.NONE);
    }

    /// What a request brings along.
    public interface Body {
        Body NONE =
                new Body() {
                    @Override
                    public long size() {
                        return 0;
                    }

                    @Override
                    public void write(OutputStream out) {}
                };

        long size() throws IOException;

        void write(OutputStream out) throws IOException;

        static Body of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Body() {
                @Override
                public long size() {
                    return bytes.length;
                }

                @Override
                public void write(OutputStream out) throws IOException {
                    out.write(bytes);
                }
            };
        }

        static Body of(Path file) {
            return new Body() {
                @Override
                public long size() throws IOException {
                    return Files.size(file);
                }

                @Override
                public void write(OutputStream out) throws IOException {
                    Files.copy(file, out);
                }
            };
        }
    }

    /// A request with everything. Empty when nobody answers.
    public static Optional<Answer> send(
            String method, String address, int readMillis, Map<String, String> headers, Body sent) {
        try {
            URLConnection opened = URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
            if (!(opened instanceof HttpURLConnection connection)) {
                throw new IllegalArgumentException("not an HTTP address: " + address);
            }
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(readMillis);
            connection.setRequestMethod(method);
            headers.forEach(connection::setRequestProperty);
            if (sent.size() > 0) {
                connection.setDoOutput(true);
                connection.setFixedLengthStreamingMode(sent.size());
                try (OutputStream out = connection.getOutputStream()) {
                    sent.write(out);
                }
            }
            int status = connection.getResponseCode();
            try (InputStream body =
                    status < 400 ? connection.getInputStream() : errorBody(connection)) {
                return Optional.of(
                        new Answer(
                                status, new String(body.readAllBytes(), StandardCharsets.UTF_8)));
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static InputStream errorBody(HttpURLConnection connection) {
        return Optional.ofNullable(connection.getErrorStream())
                .orElseGet(InputStream::nullInputStream);
    }
}
