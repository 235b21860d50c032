package org.broadsheet.ingest.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a key is good for. Each role may do what the ones before it may.
public enum Role {
    /// Sees the ledger, where that needs a key.
    READ,
    /// Brings files.
    DROP,
    /// Changes what is in the archive, and makes keys.
    MANAGE;

    public boolean may(Role needed) {
        return compareTo(needed) >= 0;
    }

    /// As it is written outside.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.written().equals(name)).findAny();
    }
}
