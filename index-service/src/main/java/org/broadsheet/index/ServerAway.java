package org.broadsheet.index;

import jakarta.ws.rs.core.Response;
import org.apache.kafka.common.KafkaException;
import org.broadsheet.index.index.Elasticsearch.AwayException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Answers 503 with problem details (RFC 9457) while Elasticsearch or Kafka can't be asked.
class ServerAway {
    @ServerExceptionMapper
    Response answer(AwayException e) {
        return problem("Elasticsearch can't be asked", String.valueOf(e.getMessage()));
    }

    @ServerExceptionMapper
    Response answer(KafkaException e) {
        return problem("Kafka can't be asked", e.getClass().getSimpleName());
    }

    private static Response problem(String title, String reason) {
        return Problems.response(
                503, title, reason + ". Nothing is lost; /q/health/ready tells when it is back.");
    }
}
