package org.broadsheet.index;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.OptionalLong;
import org.broadsheet.index.index.ArticleIndex;
import org.broadsheet.index.index.IndexGenerations;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What the indexer has done and what is left to do, in numbers.
@Path("/api/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class StatusResource {
    private final IndexerMetrics metrics;
    private final IndexGenerations generations;
    private final ArticleIndex index;

    StatusResource(IndexerMetrics metrics, IndexGenerations generations, ArticleIndex index) {
        this.metrics = metrics;
        this.generations = generations;
        this.index = index;
    }

    @Schema(description = "Counts of this replica since it started")
    public record IndexerStatus(
            @Schema(description = "Documents written") long applied,
            @Schema(description = "Events that a newer or equal revision had made superfluous")
                    long stale,
            @Schema(description = "Events put with the dead letters") long dead,
            @Schema(description = "Events not yet settled; absent while that is not known")
                    @Nullable Long lag,
            @Schema(description = "Index of this generation; later builds have a number behind it")
                    String index,
            @Schema(description = "Articles a search can find; absent while that is not known")
                    @Nullable Long documents) {}

    @GET
    @RunOnVirtualThread
    @Operation(summary = "Events applied, stale and dead, the lag, and the documents in the index")
    public IndexerStatus status() {
        return new IndexerStatus(
                metrics.applied(),
                metrics.stale(),
                metrics.dead(),
                known(metrics.lag()),
                generations.index(),
                known(index.countLive()));
    }

    private static @Nullable Long known(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
