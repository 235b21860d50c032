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
        Response problem = Problem.of(refusal.status(), refusal.title(), refusal.why());
        return refusal.status() == Refusal.COME_AGAIN || refusal.status() == Refusal.NO_ROOM
                ? later(problem, COME_AGAIN_SECONDS)
                : problem;
    }

    /// The answer to a key that brings files too fast.
    static Response tooFast() {
        return later(
                Problem.of(
                        Refusal.COME_AGAIN,
                        "Too many requests",
                        "This key brings files faster than upload.requests-per-second. Wait a second, or send several files in one request."),
                1);
    }

    private static Response later(Response problem, int seconds) {
        return Response.fromResponse(problem).header("Retry-After", seconds).build();
    }

    @ServerExceptionMapper
    Response answer(MetadataProblem problem) {
        return Problem.of(400, "Metadata can't be read", problem.why());
    }
}
