package org.broadsheet.stack.build;

import java.nio.file.Path;
import org.broadsheet.stack.settings.Sources;

/// A module whose package a stack runs.
///
/// @param name its folder in the clone
/// @param packaged folder that the build leaves behind, to be copied
/// @param written file that every build writes anew, so that its age is the build's
public record Module(String name, String packaged, String written) {
    /// What makes words of Chinese text inside Elasticsearch.
    public static final Module ANALYSIS_PLUGIN =
            new Module("deploy/elasticsearch", "target/plugin", "target/broadsheet-analysis.zip");

    public static Module service(String name) {
        return new Module(name, "target/quarkus-app", "target/quarkus-app/quarkus-run.jar");
    }

    Path folder(Sources sources) {
        return sources.module(name);
    }

    public Path packaged(Sources sources) {
        return folder(sources).resolve(packaged);
    }

    Path written(Sources sources) {
        return folder(sources).resolve(written);
    }
}
