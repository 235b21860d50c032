package org.broadsheet.index.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.ContentType;
import org.elasticsearch.client.Cancellable;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;

/// One question to Elasticsearch, one reply, and a deadline over the whole of it: the client's own
/// time limits count the silence between two bytes only. Every HTTP status is a reply.
@Singleton
public class Elasticsearch {
    private static final ObjectReader JSON = JsonMapper.builder().build().reader();
    static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private final RestClient client;

    public Elasticsearch(RestClient client) {
        this.client = client;
    }

    /// A reply; the body is missing where there was none or it is not JSON.
    record Reply(int status, JsonNode body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /// Status and error type: what may be logged.
        String cause() {
            return (status + " " + body.path("error").path("type").asText()).strip();
        }
    }

    /// No reply came: an outage, worth another attempt.
    public static final class AwayException extends RuntimeException {
        private static final long serialVersionUID = 1;

        AwayException(String reason, Throwable cause) {
            super(reason, cause);
        }

        AwayException(String reason) {
            super(reason);
        }
    }

    Reply get(String path, Duration deadline) {
        return reply(new Request("GET", path), deadline);
    }

    Reply send(String method, String path, byte[] json, Duration deadline) {
        Request request = new Request(method, path);
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        return reply(request, deadline);
    }

    Reply bulk(String target, byte[] lines, Map<String, String> parameters, Duration deadline) {
        Request request = new Request("POST", "/" + target + "/_bulk");
        request.addParameters(parameters);
        request.setEntity(new ByteArrayEntity(lines, NDJSON));
        return reply(request, deadline);
    }

    private Reply reply(Request request, Duration deadline) {
        CompletableFuture<Response> arriving = new CompletableFuture<>();
        Cancellable running = client.performRequestAsync(request, new Arrival(arriving));
        try {
            return read(arriving.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ResponseException refusal) {
                return read(refusal.getResponse());
            }
            throw new AwayException("no connection", e);
        } catch (TimeoutException e) {
            running.cancel();
            throw new AwayException("no answer within " + text(deadline), e);
        } catch (InterruptedException e) {
            running.cancel();
            Thread.currentThread().interrupt();
            throw new AwayException("stopped while waiting", e);
        }
    }

    private static Reply read(Response response) {
        int status = response.getStatusLine().getStatusCode();
        if (response.getEntity() == null) {
            return new Reply(status, MissingNode.getInstance());
        }
        try (InputStream content = response.getEntity().getContent()) {
            return new Reply(status, JSON.readTree(content));
        } catch (IOException e) {
            return new Reply(status, MissingNode.getInstance());
        }
    }

    private static String text(Duration deadline) {
        return deadline.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private record Arrival(CompletableFuture<Response> arriving) implements ResponseListener {
        @Override
        public void onSuccess(Response response) {
            arriving.complete(response);
        }

        @Override
        public void onFailure(Exception failure) {
            arriving.completeExceptionally(failure);
        }
    }
}
