package org.broadsheet.stack.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.control.Counts;
import org.broadsheet.stack.http.Http;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.server.Components;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.Stack;

/// A service that runs, asked by a command.
///
/// @param key for what changes something; "" where none is needed
record Service(String name, String address, String key) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

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

    /// The same with something to bring along.
    Json send(String method, String path, String type, Http.Body body) {
        Map<String, String> headers = new HashMap<>();
        if (!key.isEmpty()) {
            headers.put("Authorization", "Bearer " + key);
        }
        if (!type.isEmpty()) {
            headers.put("Content-Type", type);
        }
        Optional<Http.Answer> answer =
                Http.send(
                        method,
                        address + path,
                        Math.toIntExact(PATIENCE.toMillis()),
                        headers,
                        body);
        if (answer.isEmpty()) {
            throw new Problem(
                    name + " does not answer at " + address + ".",
                    "deploy/status shows what runs, deploy/up starts it.");
        }
        int status = answer.get().status();
        Json json = answer.get().json();
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

    /// Some answers end with a full stop, some do not.
    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
