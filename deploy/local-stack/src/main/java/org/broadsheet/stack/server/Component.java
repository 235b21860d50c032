package org.broadsheet.stack.server;

import java.time.Duration;
import java.util.List;
import org.broadsheet.stack.settings.Setting;

/// A member of the stack: one process that listens on one port people know, and perhaps on others.
public sealed interface Component permits Postgres, Kafka, Elasticsearch, QuarkusService {
    /// The word in commands and file names.
    String name();

    /// The name people know, with the version where it is one of the servers.
    String title();

    Setting port();

    default List<Setting> otherPorts() {
        return List.of();
    }

    /// Address the ports are bound to.
    default String host() {
        return "127.0.0.1";
    }

    /// Creates whatever is missing on disk and says how to start.
    Launch prepare();

    Readiness readiness(int port);

    default Duration startPatience() {
        return Duration.ofMinutes(3);
    }

    default Duration stopPatience() {
        return Duration.ofSeconds(30);
    }

    /// The signal that asks it to end in good order.
    default String stopSignal() {
        return "TERM";
    }
}
