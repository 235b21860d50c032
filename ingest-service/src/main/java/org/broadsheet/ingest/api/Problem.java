package org.broadsheet.ingest.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer of problem details (RFC 9457).
public final class Problem {
    private Problem() {}

    /// @param detail what happened and what to do
    public static Response of(int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return Response.status(status)
                .type(MediaType.valueOf("application/problem+json"))
                .entity(problem)
                .build();
    }
}
