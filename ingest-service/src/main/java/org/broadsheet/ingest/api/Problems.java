package org.broadsheet.ingest.api;

import jakarta.ws.rs.core.Response;
import org.broadsheet.ingest.metadata.MetadataProblem;
import org.broadsheet.ingest.upload.Refusal;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers what can't be taken with problem details.
class Problems {
    private static final int COME_AGAIN_SECONDS = 5;

    @ServerExceptionMapper
    Response answer(Refusal refusal) {
        Response problem = Problem.of(refusal.status(), refusal.title(), refusal.detail());
        return refusal.status() == Refusal.COME_AGAIN
                ? Response.fromResponse(problem).header("Retry-After", COME_AGAIN_SECONDS).build()
                : problem;
    }

    @ServerExceptionMapper
    Response answer(MetadataProblem problem) {
        return Problem.of(400, "Metadata can't be read", problem.reason());
    }
}
