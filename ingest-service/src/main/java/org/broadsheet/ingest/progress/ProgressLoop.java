package org.broadsheet.ingest.progress;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.ingest.pause.GrowingPause;
import org.broadsheet.ingest.pause.Loop;
import org.broadsheet.ingest.schema.Schema;

/// Follows what is stored to the topic and into the index, for as long as the service runs. It asks
/// only while something is under way; several services may do it at once, to no harm.
@ApplicationScoped
class ProgressLoop {
    /// As many as index-service takes in one question.
    private static final int ARTICLES_AT_ONCE = 1_000;

    private final Progress progress;
    private final IndexQuestion question;
    private final ProgressConfig config;
    private final Schema schema;
    private final GrowingPause pause;
    private final Loop loop;
    private Optional<String> trouble = Optional.empty();
    private String asked = "";
    private Instant indexCheckAt = Instant.EPOCH;
    private Instant deadLettersAt = Instant.EPOCH;

    ProgressLoop(Progress progress, IndexQuestion question, ProgressConfig config, Schema schema) {
        this.progress = progress;
        this.question = question;
        this.config = config;
        this.schema = schema;
        this.pause = new GrowingPause(config.lookEvery(), config.lookEveryMax());
        this.loop =
                new Loop(
                        "progress",
                        new GrowingPause(config.lookEvery(), config.lookEveryMax()),
                        this::turn,
                        (e, rest) -> noteTrouble(String.valueOf(e.getMessage())));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.end(Duration.ZERO);
    }

    private Duration turn() throws SQLException, IOException, InterruptedException {
        schema.ensure();
        if (look()) {
            pause.reset();
        }
        clearTrouble();
        return pause.next();
    }

    /// @return whether something has come further, or nothing is under way
    private boolean look() throws SQLException, IOException, InterruptedException {
        int news = progress.isAnyUnderWay() ? progress.notePublished() : 0;
        List<String> ids = progress.unindexed(asked, ARTICLES_AT_ONCE);
        // Round and round: articles that never get into the index don't hold up the others.
        asked = ids.size() < ARTICLES_AT_ONCE ? "" : ids.getLast();
        if (!ids.isEmpty() || Instant.now().isAfter(indexCheckAt)) {
            IndexQuestion.Answer answer = question.searchable(ids);
            indexCheckAt = Instant.now().plus(config.indexCheckEvery());
            if (!progress.isKnown(answer.index()) && progress.noteIndex(answer.index())) {
                Log.warnf(
                        "searches read another index, all is asked again index=%s", answer.index());
                asked = "";
            }
            news += answer.revisions().isEmpty() ? 0 : progress.noteSearchable(answer.revisions());
        }
        news += progress.isAnyUnderWay() ? progress.noteIndexed() : 0;
        if (!ids.isEmpty() && Instant.now().isAfter(deadLettersAt)) {
            progress.noteDead(question.deadLetters());
            deadLettersAt = Instant.now().plus(config.deadLettersEvery());
        }
        return news > 0 || ids.isEmpty();
    }

    private void noteTrouble(String reason) {
        if (!trouble.equals(Optional.of(reason))) {
            Log.warnf("progress not known reason=%s", reason);
        }
        trouble = Optional.of(reason);
    }

    private void clearTrouble() {
        if (trouble.isPresent()) {
            Log.info("progress known again");
            trouble = Optional.empty();
        }
    }
}
