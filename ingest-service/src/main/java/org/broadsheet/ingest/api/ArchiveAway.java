package org.broadsheet.ingest.api;

import io.quarkus.logging.Log;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers 503 while PostgreSQL can't be asked.
class ArchiveAway {
    @ServerExceptionMapper
    Response answer(SQLException e) {
        Log.warnf("archive away reason=%s", e.getMessage());
        return Problem.of(
                503,
                "The archive can't be reached",
                "PostgreSQL did not answer. Nothing is lost; try again shortly. /q/health/ready tells when it is back.");
    }
}
