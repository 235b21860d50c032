package org.broadsheet.query;

import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.article.IndexUnavailable;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready when a search of the alias can be answered; otherwise the answer names what is away. In
/// place of the extension's own check, which has no deadline and does not look at the index.
@Readiness
class IndexReadiness implements HealthCheck {
    private final ArticleIndex index;

    IndexReadiness(ArticleIndex index) {
        this.index = index;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            index.probe();
            return HealthCheckResponse.up("elasticsearch");
        } catch (IndexUnavailable unavailable) {
            String dependency =
                    switch (unavailable.reason()) {
                        case AWAY, TIMED_OUT -> "elasticsearch";
                        case INDEX_MISSING, INDEX_OUTDATED, PARTIAL -> "index";
                    };
            return HealthCheckResponse.named("elasticsearch")
                    .down()
                    .withData("away", dependency)
                    .withData("reason", unavailable.reason().description().en())
                    .build();
        }
    }
}
