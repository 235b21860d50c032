package org.broadsheet.ingest.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The keys that were given out. A key is `bs_<id>_<secret>` with 32 random bytes as the secret;
/// what is kept is its SHA-256, which is enough for a secret that nobody can guess.
@ApplicationScoped
public class ApiKeys {
    private static final int ID_BYTES = 6;
    private static final int SECRET_BYTES = 32;

    private final DataSource dataSource;
    private final AccessConfig config;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(DataSource dataSource, AccessConfig config) {
        this.dataSource = dataSource;
        this.config = config;
    }

    /// A key as it is known here.
    ///
    /// @param revokedAt null while it is good
    public record ApiKey(
            String id, String name, String role, Instant createdAt, @Nullable Instant revokedAt) {}

    /// A new key, the only time it is told.
    public record NewKey(String id, String name, String role, String key) {}

    /// What a presented key is good for; empty if it is none of ours, or was revoked. Takes the
    /// same time whatever part of it is wrong.
    public Optional<Role> roleOf(String presented) throws SQLException {
        byte[] hash = sha256(presented);
        if (config.key().isPresent() && MessageDigest.isEqual(hash, sha256(config.key().get()))) {
            return Optional.of(Role.MANAGE);
        }
        String[] parts = presented.split("_", 3);
        if (parts.length != 3 || parts[1].length() != 2 * ID_BYTES) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select sha256, role from api_key where id = ? and revoked_at is null")) {
            select.setString(1, parts[1]);
            ResultSet row = select.executeQuery();
            if (!row.next()
                    || !MessageDigest.isEqual(hash, HexFormat.of().parseHex(row.getString(1)))) {
                return Optional.empty();
            }
            return Role.named(row.getString(2));
        }
    }

    /// Makes a key.
    ///
    /// @param name for people; may be given again once its key is revoked
    /// @return empty if a key of this name is good already
    public Optional<NewKey> create(String name, Role role) throws SQLException {
        String id = HexFormat.of().formatHex(bytes(ID_BYTES));
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
        String key = "bs_" + id + "_" + secret;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into api_key (id, name, role, sha256) values (?, ?, ?, ?)
                                on conflict (name) where revoked_at is null do nothing
                                """)) {
            insert.setString(1, id);
            insert.setString(2, name);
            insert.setString(3, role.written());
            insert.setString(4, HexFormat.of().formatHex(sha256(key)));
            return insert.executeUpdate() == 0
                    ? Optional.empty()
                    : Optional.of(new NewKey(id, name, role.written(), key));
        }
    }

    public List<ApiKey> all() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(
                                "select id, name, role, created_at, revoked_at from api_key order by created_at")) {
            ResultSet rows = select.executeQuery();
            List<ApiKey> keys = new ArrayList<>();
            while (rows.next()) {
                keys.add(
                        new ApiKey(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getTimestamp(4).toInstant(),
                                rows.getTimestamp(5) == null
                                        ? null
                                        : rows.getTimestamp(5).toInstant()));
            }
            return keys;
        }
    }

    /// Makes a key worthless from the next request on.
    ///
    /// @return whether there was such a key, still good
    public boolean revoke(String id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement(
                                "update api_key set revoked_at = now() where id = ? and revoked_at is null")) {
            update.setString(1, id);
            return update.executeUpdate() > 0;
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
