package org.broadsheet.ingest.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.ingest.issue.Rejection;

/// An answer of problem details (RFC 9457).
public final class Problem {
    static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /// @param detail what happened and what to do
    public static Response of(int status, String title, String detail) {
        return of(status, title, detail, Map.of());
    }

    /// One that programs can tell apart, if it is of a kind: its code and its values are members of
    /// their own.
    static Response of(int status, String title, Rejection why) {
        Map<String, Object> members =
                why.kind() == Rejection.Kind.OTHER
                        ? Map.of()
                        : Map.of("code", why.kind().code(), "values", why.values());
        return of(status, title, why.words(), members);
    }

    private static Response of(
            int status, String title, String detail, Map<String, Object> members) {
        Map<String, Object> problem = members(status, title, detail);
        problem.putAll(members);
        return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(problem).build();
    }

    /// For an answer that is given before there are resources.
    static Map<String, Object> members(int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        return problem;
    }
}
