package org.broadsheet.ingest.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.jspecify.annotations.Nullable;

/// The newspapers of the archive. One that is met for the first time is entered by itself; what is
/// entered can be edited, and then holds for all its files.
@ApplicationScoped
public class Newspapers {
    private static final String COLUMNS = "code, name, place, language, aliases";

    private final DataSource dataSource;

    Newspapers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /// @param code short and of letters and digits, as in addresses
    /// @param place where it appears; null while nobody has said
    /// @param language as BCP 47 writes it
    /// @param aliases other names that files give it
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Newspaper(
            String code,
            String name,
            @Nullable String place,
            String language,
            List<String> aliases) {
        public Newspaper {
            aliases = List.copyOf(aliases);
        }
    }

    /// The same metadata with the newspaper's code and its name as registered; a newspaper that is
    /// not known yet is entered.
    ///
    /// @param codeOf what to call a new one, from its name
    public IssueMetadata registered(
            Connection connection, IssueMetadata metadata, UnaryOperator<String> codeOf)
            throws SQLException {
        String name = metadata.titleName();
        Optional<Newspaper> known =
                name != null
                        ? named(connection, name)
                        : metadata.titleCode() == null
                                ? Optional.empty()
                                : coded(connection, metadata.titleCode());
        if (known.isEmpty() && name == null) {
            return metadata;
        }
        Newspaper newspaper =
                known.isPresent()
                        ? known.get()
                        : enter(
                                connection,
                                String.valueOf(name),
                                metadata.titleCode() == null
                                        ? codeOf.apply(String.valueOf(name))
                                        : metadata.titleCode());
        return new IssueMetadata(
                newspaper.code(),
                newspaper.name(),
                metadata.date(),
                metadata.edition(),
                metadata.pageNumber(),
                metadata.pageName());
    }

    private static Optional<Newspaper> named(Connection connection, String name)
            throws SQLException {
        return one(
                connection,
                "name = wanted or wanted = any (aliases) order by name = wanted desc",
                name);
    }

    private static Optional<Newspaper> coded(Connection connection, String code)
            throws SQLException {
        return one(connection, "code = wanted", code);
    }

    private static Optional<Newspaper> one(Connection connection, String which, String value)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select "
                                + COLUMNS
                                + " from newspaper, (select ?::text wanted) question where "
                                + which)) {
            select.setString(1, value);
            ResultSet row = select.executeQuery();
            return row.next() ? Optional.of(newspaper(row)) : Optional.empty();
        }
    }

    /// Enters a newspaper under the first code that is free: the wanted one, or with a number.
    private static Newspaper enter(Connection connection, String name, String wanted)
            throws SQLException {
        for (int number = 1; ; number++) {
            String code = number == 1 ? wanted : wanted + number;
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            """
                            insert into newspaper (code, name, language) values (?, ?, ?)
                            on conflict do nothing
                            """)) {
                insert.setString(1, code);
                insert.setString(2, name);
                insert.setString(3, language(name));
                boolean entered = insert.executeUpdate() > 0;
                Optional<Newspaper> now = named(connection, name);
                if (entered || now.isPresent()) {
                    return now.orElseThrow();
                }
            }
        }
    }

    private static String language(String name) {
        boolean chinese =
                name.codePoints()
                        .anyMatch(
                                c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return chinese ? "zh" : "und";
    }

    private static Newspaper newspaper(ResultSet row) throws SQLException {
        String[] aliases = (String[]) row.getArray(5).getArray();
        return new Newspaper(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                List.of(aliases));
    }

    /// All newspapers by code.
    public List<Newspaper> all() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select " + COLUMNS + " from newspaper order by code")) {
            ResultSet rows = select.executeQuery();
            List<Newspaper> newspapers = new ArrayList<>();
            while (rows.next()) {
                newspapers.add(newspaper(rows));
            }
            return newspapers;
        }
    }

    /// What became of an edit.
    ///
    /// @param taken name that another newspaper has already; null where the edit was made
    /// @param files that will be read again, because the name is another now
    public record Edited(@Nullable String taken, int files) {}

    /// Changes a newspaper. Its old name becomes an alias, and its files are read again for the new
    /// one; files of a name that is an alias from now on come to it too.
    ///
    /// @return empty if there is none of this code
    @Transactional(rollbackOn = Exception.class)
    public Optional<Edited> edit(Newspaper wanted) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Optional<Newspaper> before = coded(connection, wanted.code());
            if (before.isEmpty()) {
                return Optional.empty();
            }
            List<String> aliases = new ArrayList<>(wanted.aliases());
            if (!before.get().name().equals(wanted.name())) {
                aliases.add(before.get().name());
            }
            aliases.remove(wanted.name());
            for (String name : aliases) {
                if (isAnothers(connection, name, wanted.code())) {
                    return Optional.of(new Edited(name, 0));
                }
            }
            if (isAnothers(connection, wanted.name(), wanted.code())) {
                return Optional.of(new Edited(wanted.name(), 0));
            }
            try (PreparedStatement update =
                    connection.prepareStatement(
                            """
                            update newspaper set name = ?, place = ?, language = ?, aliases = ?
                            where code = ?
                            """)) {
                update.setString(1, wanted.name());
                update.setString(2, wanted.place());
                update.setString(3, wanted.language());
                update.setArray(
                        4, connection.createArrayOf("text", aliases.stream().distinct().toArray()));
                update.setString(5, wanted.code());
                update.executeUpdate();
            }
            boolean same = before.get().name().equals(wanted.name());
            return Optional.of(new Edited(null, same ? 0 : readAgain(connection, wanted.code())));
        }
    }

    private static boolean isAnothers(Connection connection, String name, String code)
            throws SQLException {
        Optional<Newspaper> holder = named(connection, name);
        return holder.isPresent() && !holder.get().code().equals(code);
    }

    private static int readAgain(Connection connection, String code) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        """
                        update issue_file f set due_at = clock_timestamp()
                        where f.state = 'stored' and exists (
                          select 1 from page p where p.file_id = f.id and p.title_code = ?)
                        """)) {
            update.setString(1, code);
            return update.executeUpdate();
        }
    }
}
