package org.broadsheet.ingest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class LendingTest {
    private final List<Connection> closed = new ArrayList<>();

    @Test
    void takesEveryConnectionBackAlsoWhenOneIsBroken() throws SQLException {
        List<Connection> lent = new ArrayList<>();
        try (Lending lending = new Lending(pool())) {
            for (int i = 0; i < 3; i++) {
                lent.add(lending.getConnection());
            }
        }

        assertThat(closed).containsExactlyInAnyOrderElementsOf(lent);
    }

    private DataSource pool() {
        return proxy(DataSource.class, (self, method) -> connection());
    }

    /// Its end is noticed, and fails.
    private Connection connection() {
        return proxy(
                Connection.class,
                (self, method) -> {
                    closed.add((Connection) self);
                    throw new SQLException(method);
                });
    }

    private interface Call {
        Object answer(Object self, String method) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "hashCode" -> System.identityHashCode(self);
                                    case "equals" ->
                                            System.identityHashCode(self)
                                                    == System.identityHashCode(arguments[0]);
                                    case "toString" -> type.getSimpleName();
                                    default -> call.answer(self, method.getName());
                                }));
    }
}
