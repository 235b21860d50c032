package org.broadsheet.index;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// Gives the whole service the names of one test run.
public final class TestStackNames implements QuarkusTestResourceLifecycleManager {
    static final String RUN = "test-stack.run";

    private final TestStack stack = new TestStack();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(stack.settings());
        settings.put("quarkus.http.test-port", "0");
        settings.put(RUN, stack.run());
        return settings;
    }

    @Override
    public void stop() {
        try {
            stack.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
