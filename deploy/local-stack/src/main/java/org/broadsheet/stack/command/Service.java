package org.broadsheet.stack.command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.control.Counts;
import org.broadsheet.stack.http.Http;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.process.Pause;
import org.broadsheet.stack.server.Components;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.Stack;

/// A service that runs, asked by a command.
///
/// @param key for what changes something; "" where none is needed
record Service(String name, String address, String key) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /// HTTP's "too many requests": the service has enough to do for now.
    private static final int COME_AGAIN = 429;

    private static final Duration BEFORE_COMING_AGAIN = Duration.ofSeconds(1);

    static Service named(Stack stack, String name) {
        QuarkusService service = Counts.named(Components.of(stack).services(), name);
        return new Service(name, service.address(), service.key());
    }

    /// What it answers.
    ///
    /// @throws Problem if it does not, or says no
    Json get(String path) {
        return send("GET", path);
    }

    /// What it answers once the work is done.
    ///
    /// @throws Problem if it does not, or says no
    Json send(String method, String path) {
        return send(method, path, "", Http.Body.NONE);
    }

    /// The same with something to bring along. A service that has enough to do is asked again.
    Json send(String method, String path, String type, Http.Body body) {
        Map<String, String> headers = new HashMap<>();
        if (!key.isEmpty()) {
            headers.put("Authorization", "Bearer " + key);
        }
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        Instant deadline = Instant.now().plus(PATIENCE);
        Http.Answer answer = answer(method, path, headers, body);
        while (answer.status() == COME_AGAIN
                && Instant.now().isBefore(deadline)
                && Pause.of(BEFORE_COMING_AGAIN)) {
            answer = answer(method, path, headers, body);
        }
        int status = answer.status();
        Json json = answer.json();
        if (status >= 300) {
            String why =
                    json.at("detail")
                            .text()
                            .or(() -> json.at("message").text())
                            .orElse("status " + status);
            throw new Problem(
                    name + " says no: " + sentence(why), "deploy/logs " + name + " tells more.");
        }
        return json;
    }

    private Http.Answer answer(
            String method, String path, Map<String, String> headers, Http.Body body) {
        int millis = Math.toIntExact(PATIENCE.toMillis());
        Optional<Http.Answer> answer = Http.send(method, address + path, millis, headers, body);
        return answer.orElseThrow(
                () ->
                        new Problem(
                                name + " does not answer at " + address + ".",
                                "deploy/status shows what runs, deploy/up starts it."));
    }

    /// Some answers end with a full stop, some do not.
    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
