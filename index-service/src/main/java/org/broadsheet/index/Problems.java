package org.broadsheet.index;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;

/// Errors as problem details (RFC 9457).
final class Problems {
    private Problems() {}

    static Response response(int status, String title, String detail) {
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
