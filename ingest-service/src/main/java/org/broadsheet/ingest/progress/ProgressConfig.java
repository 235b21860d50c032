package org.broadsheet.ingest.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// How ingest-service learns what searches find.
@ConfigMapping(prefix = "progress")
public interface ProgressConfig {
    /// Address of index-service. While it does not answer, files stay *published*.
    @WithDefault("http://127.0.0.1:8082")
    URI indexService();

    /// Pause between two looks.
    @WithDefault("250ms")
    Duration lookEvery();

    /// Longest pause, while what is under way does not come further.
    @WithDefault("2s")
    Duration lookEveryMax();

    /// How often it is made sure that searches still read the index they were asked about.
    @WithDefault("10s")
    Duration indexCheckEvery();

    /// How often dead letters are asked for while something is on its way.
    @WithDefault("10s")
    Duration deadLettersEvery();

    /// Deadline of a question to index-service.
    @WithDefault("10s")
    Duration answerWithin();
}
