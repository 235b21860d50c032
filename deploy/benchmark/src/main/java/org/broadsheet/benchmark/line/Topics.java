package org.broadsheet.benchmark.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// Topics with as many partitions as that of the events; gone when it is closed.
public final class Topics implements AutoCloseable {
    private static final int PARTITIONS = 6;

    private final Admin admin;
    private final List<String> made = new ArrayList<>();

    public Topics(Stack stack) {
        this.admin = Admin.create(Map.of("bootstrap.servers", stack.kafka()));
    }

    /// @param compacted as the topic of the events is
    public void make(String name, boolean compacted) {
        made.add(name);
        NewTopic topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty());
        topic.configs(Map.of("cleanup.policy", compacted ? "compact" : "delete"));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + name + " not made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        admin.deleteTopics(made);
        admin.close();
    }
}
