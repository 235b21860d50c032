package org.broadsheet.ingest.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a file has come. The first four follow one another; the others are ends.
public enum FileState {
    /// Its bytes are safe; it waits to be read.
    RECEIVED("f.state = 'received'"),
    /// Read and parsed; its articles are in PostgreSQL.
    STORED("f.state = 'stored' and not f.withdrawn and f.published_at is null"),
    /// Its articles, as they are now, are on the topic.
    PUBLISHED(
            "f.state = 'stored' and not f.withdrawn and f.published_at is not null and f.indexed_at is null"),
    /// Searches find its articles as they are now.
    INDEXED(
            "f.state = 'stored' and not f.withdrawn and f.published_at is not null and f.indexed_at is not null"),
    /// Another content has its name.
    SUPERSEDED("f.state = 'superseded'"),
    /// Its articles are out of the searches, until it is brought back.
    WITHDRAWN("f.state = 'stored' and f.withdrawn"),
    DUPLICATE("f.state = 'duplicate'"),
    REJECTED("f.state = 'rejected'"),
    /// A `.zip`; its files are files of the ledger.
    UNPACKED("f.state = 'unpacked'");

    private final String condition;

    FileState(String condition) {
        this.condition = condition;
    }

    /// True of the files in this state, where `issue_file` is called f.
    String condition() {
        return condition;
    }

    /// As it is written outside.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FileState> named(String name) {
        return Arrays.stream(values()).filter(state -> state.written().equals(name)).findAny();
    }

    /// The column of a question that gives the state as it is written outside.
    static String column() {
        StringBuilder column = new StringBuilder("case");
        for (FileState state : values()) {
            column.append(" when %s then '%s'".formatted(state.condition, state.written()));
        }
        return column.append(" end").toString();
    }
}
