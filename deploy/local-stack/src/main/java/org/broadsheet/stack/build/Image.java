package org.broadsheet.stack.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.stack.settings.Sources;

/// A container image of ours.
///
/// @param module what it carries
/// @param dockerfile in the clone; it also names the base
/// @param place where inside the image the module's files go when no Dockerfile puts them there
public record Image(String name, Module module, String dockerfile, String place) {
    private static final Pattern BASE = Pattern.compile("(?m)^ARG BASE=(\\S+)$");

    /// In the order in which they are built.
    public static final List<Image> ALL =
            List.of(
                    service("ingest-service"),
                    service("index-service"),
                    service("query-service"),
                    new Image(
                            "elasticsearch",
                            Module.ANALYSIS_PLUGIN,
                            "deploy/elasticsearch/Dockerfile",
                            "usr/share/elasticsearch/plugins/broadsheet-analysis"));

    private static Image service(String name) {
        return new Image(name, Module.service(name), "deploy/compose/Dockerfile", "opt/broadsheet");
    }

    public boolean isService() {
        return !module.equals(Module.ANALYSIS_PLUGIN);
    }

    Path dockerfile(Sources sources) {
        return sources.root().resolve(dockerfile);
    }

    /// The official image that it is made from unless told otherwise.
    public String base(Sources sources) {
        Path file = dockerfile(sources);
        try {
            Matcher matcher = BASE.matcher(Files.readString(file));
            if (matcher.find()) {
                return matcher.group(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        throw new IllegalStateException(file + " has no line ARG BASE=");
    }
}
