package org.broadsheet.ingest.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.broadsheet.ingest.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// The real PostgreSQL, as a later version would have left it.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SchemaIT {
    @Inject Flyway flyway;
    @Inject DataSource dataSource;

    @Test
    void olderServiceDoesNotWorkOverTheSchemaOfALaterOne() throws SQLException {
        execute(
                """
                insert into flyway_schema_history (installed_rank, version, description, type, script,
                    checksum, installed_by, execution_time, success)
                select max(installed_rank) + 1, '1000', 'later', 'SQL', 'V1000__later.sql',
                    1, current_user, 1, true
                from flyway_schema_history
                """);
        Schema older = new Schema(flyway, dataSource);
        try {
            assertThatThrownBy(older::ensure).hasMessageContaining("1000");
            assertThat(older.isCurrent()).isFalse();
        } finally {
            execute("delete from flyway_schema_history where version = '1000'");
        }
        older.ensure();
        assertThat(older.isCurrent()).isTrue();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
