package org.broadsheet.stack.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a long answer, one at a time: however long it is, memory holds one of them.
public final class Lines implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 60_000;

    private final HttpURLConnection connection;
    private final BufferedReader reader;

    private Lines(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.reader =
                new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    /// @throws IOException if nobody answers, or the answer is an error
    public static Lines of(String address) throws IOException {
        URLConnection opened = URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
        if (!(opened instanceof HttpURLConnection connection)) {
            throw new IllegalArgumentException("not an HTTP address: " + address);
        }
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        return new Lines(connection);
    }

    /// @throws IOException if the answer breaks off
    public Optional<String> next() throws IOException {
        return Optional.ofNullable(reader.readLine());
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
