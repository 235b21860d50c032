package org.broadsheet.ingest.schema;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/// Migrates the database when it can be reached, not when the service starts: the service outlives
/// a database that comes later.
@ApplicationScoped
public class Schema {
    private final Flyway flyway;
    private final DataSource dataSource;
    private volatile boolean isCurrent;

    Schema(Flyway flyway, DataSource dataSource) {
        this.flyway = flyway;
        this.dataSource = dataSource;
    }

    /// Migrates if that has not been done yet by this process. Several services may call it at
    /// once: Flyway locks.
    ///
    /// @throws org.flywaydb.core.api.FlywayException if the database is away or a migration fails
    public synchronized void ensure() {
        if (!isCurrent) {
            MigrateResult result = migrate();
            Log.infof("schema current version=%s", result.targetSchemaVersion);
            isCurrent = true;
        }
    }

    private MigrateResult migrate() {
        try (Lending connections = new Lending(dataSource)) {
            return Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .dataSource(connections)
                    .load()
                    .migrate();
        }
    }

    public boolean isCurrent() {
        return isCurrent;
    }
}
