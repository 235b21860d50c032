package org.broadsheet.ingest.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What may not be known of a page.
public enum Missing {
    NEWSPAPER("title_name"),
    DATE("issue_date"),
    PAGE("page_number");

    private final String column;

    Missing(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }

    /// @param name newspaper, date or page
    public static Optional<Missing> named(String name) {
        return Arrays.stream(values())
                .filter(missing -> missing.name().toLowerCase(Locale.ROOT).equals(name))
                .findAny();
    }
}
