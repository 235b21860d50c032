package org.broadsheet.stack.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.stack.settings.Sources;

/// Which PostgreSQL, Kafka and Elasticsearch belong to this clone, read from the pom that fetches
/// them.
public record ServerVersions(String postgresql, String kafka, String elasticsearch) {

    public static ServerVersions of(Sources sources) {
        try {
            return read(Files.readString(sources.serversPom()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + sources.serversPom(), e);
        }
    }

    static ServerVersions read(String pom) {
        return new ServerVersions(
                property(pom, "postgresql.version"),
                property(pom, "kafka.version"),
                property(pom, "elasticsearch.version"));
    }

    private static String property(String pom, String name) {
        Matcher matcher = Pattern.compile("<" + name + ">([^<]+)</").matcher(pom);
        if (!matcher.find()) {
            throw new IllegalStateException("the servers' pom has no property " + name);
        }
        return matcher.group(1);
    }
}
