package org.broadsheet.index.index;

import jakarta.inject.Singleton;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.broadsheet.index.index.IndexVerdict.Unusable;
import org.broadsheet.index.index.IndexVerdict.Usable;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says whether the index and its aliases are there and as the contract wants them.
@Readiness
@Singleton
class IndexReadiness implements HealthCheck {
    private final IndexGenerations generations;

    IndexReadiness(IndexGenerations generations) {
        this.generations = generations;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("index").withData("index", generations.index());
        try {
            return switch (generations.inspect()) {
                case Usable(String _, String note) when note.isEmpty() -> response.up().build();
                case Usable(String _, String note) ->
                        response.up().withData("reason", note).build();
                case Unusable(String reason) -> response.down().withData("reason", reason).build();
            };
        } catch (AwayException e) {
            return response.down().withData("reason", String.valueOf(e.getMessage())).build();
        }
    }
}
