package org.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class JsonLogTest {
    @Test
    void lineIsOneObjectWithTheFieldNamesOfEcs() throws Exception {
        ExtLogRecord line = new ExtLogRecord(Level.WARNING, "文件 \"a\"\nput off", "x");
        line.setLoggerName("org.broadsheet.Example");
        line.setThrown(new IllegalStateException("away"));
        line.putMdc("file", "a.txt");
        line.putMdc("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");

        String text = new JsonLog.EcsFormatter("ingest-service").format(line);

        assertThat(text.strip()).doesNotContain("\n");
        JsonNode json = new JsonMapper().readTree(text);
        assertThat(json.get("@timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(json.get("log.level").asText()).isEqualTo("WARNING");
        assertThat(json.get("log.logger").asText()).isEqualTo("org.broadsheet.Example");
        assertThat(json.get("message").asText()).isEqualTo("文件 \"a\"\nput off");
        assertThat(json.get("service.name").asText()).isEqualTo("ingest-service");
        assertThat(json.at("/labels/file").asText()).isEqualTo("a.txt");
        assertThat(json.get("trace.id").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(json.get("error.stack_trace").asText()).contains("IllegalStateException: away");
    }
}
