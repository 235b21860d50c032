package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/// The one clock of the service. Tests put a fixed one in its place.
class Clocks {
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }
}
