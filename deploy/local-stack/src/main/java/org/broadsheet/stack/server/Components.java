package org.broadsheet.stack.server;

import java.util.ArrayList;
import java.util.List;

/// All members of the stack in the order in which they start; they stop in the reverse order.
public final class Components {
    private final Elasticsearch elasticsearch;
    private final List<Component> servers;
    private final List<QuarkusService> services;

    private Components(
            Postgres postgres,
            Kafka kafka,
            Elasticsearch elasticsearch,
            List<QuarkusService> services) {
        this.elasticsearch = elasticsearch;
        this.servers = List.of(postgres, kafka, elasticsearch);
        this.services = services;
    }

    public static Components of(Stack stack) {
        ServerVersions versions = ServerVersions.of(stack.sources());
        return new Components(
                new Postgres(stack, versions.postgresql()),
                new Kafka(stack, versions.kafka()),
                new Elasticsearch(stack, versions.elasticsearch()),
                QuarkusService.all(stack));
    }

    public Elasticsearch elasticsearch() {
        return elasticsearch;
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
