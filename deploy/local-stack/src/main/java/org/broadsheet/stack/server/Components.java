package org.broadsheet.stack.server;

import java.util.ArrayList;
import java.util.List;

/// All members of the stack in the order in which they start; they stop in the reverse order.
public final class Components {
    private final List<Component> servers;
    private final List<QuarkusService> services;

    private Components(List<Component> servers, List<QuarkusService> services) {
        this.servers = servers;
        this.services = services;
    }

    public static Components of(Stack stack) {
        ServerVersions versions = ServerVersions.of(stack.sources());
        return new Components(
                List.of(
                        new Postgres(stack, versions.postgresql()),
                        new Kafka(stack, versions.kafka()),
                        new Elasticsearch(stack, versions.elasticsearch())),
                QuarkusService.all(stack));
    }

    public List<Component> servers() {
        return servers;
    }

    public List<QuarkusService> services() {
        return services;
    }

    public List<Component> all() {
        List<Component> all = new ArrayList<>(servers);
        all.addAll(services);
        return all;
    }
}
