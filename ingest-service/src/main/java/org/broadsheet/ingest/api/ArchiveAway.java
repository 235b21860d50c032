package org.broadsheet.ingest.api;

import io.quarkus.logging.Log;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers 503 with problem details (RFC 9457) while PostgreSQL can't be asked.
class ArchiveAway {
    @ServerExceptionMapper
    Response answer(SQLException e) {
        Log.warnf("archive away reason=%s", e.getMessage());
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", "The archive can't be reached");
        problem.put("status", 503);
        problem.put(
                "detail",
                "PostgreSQL did not answer. Nothing is lost; try again shortly. /q/health/ready tells when it is back.");
        return Response.status(503)
                .type(MediaType.valueOf("application/problem+json"))
                .entity(problem)
                .build();
    }
}
