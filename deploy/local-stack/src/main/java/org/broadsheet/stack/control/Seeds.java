package org.broadsheet.stack.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.process.Pause;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// Drops the five sample pages into an archive that is still empty, and waits until they are found.
public final class Seeds {
    /// In the body of every one of them.
    public static final String WORDS = "党建";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Stack stack;
    private final List<QuarkusService> services;

    public Seeds(Stack stack, List<QuarkusService> services) {
        this.stack = stack;
        this.services = services;
    }

    public boolean areWanted() {
        OptionalLong stored = Counts.of(services).filesStored();
        return stored.isPresent() && stored.getAsLong() == 0;
    }

    public void dropAndAwait(Terminal terminal) {
        try (Step step = new Step(terminal, "seeds")) {
            List<Path> seeds =
                    Folders.everythingIn(stack.sources().seeds()).stream()
                            .filter(file -> file.toString().endsWith(".txt"))
                            .toList();
            seeds.forEach(this::drop);
            Instant deadline = Instant.now().plus(PATIENCE);
            Counts counts = Counts.of(services);
            while (!areSearchable(counts, seeds.size())) {
                step.progress(progress(counts, seeds.size()));
                if (Instant.now().isAfter(deadline) || !Pause.of(LOOK_EVERY)) {
                    throw tooLate(counts, seeds.size());
                }
                counts = Counts.of(services);
            }
            step.done(
                    "%d files, %d articles searchable"
                            .formatted(seeds.size(), counts.articlesStored().orElse(0)));
        }
    }

    /// Under a name the scan passes over, then renamed: never seen half written.
    private void drop(Path seed) {
        Path target = stack.home().drop().resolve(seed.getFileName().toString());
        Path hidden = target.resolveSibling("." + seed.getFileName() + ".part");
        try {
            Files.copy(seed, hidden, StandardCopyOption.REPLACE_EXISTING);
            Files.move(hidden, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + seed + " to " + target, e);
        }
    }

    private boolean areSearchable(Counts counts, int files) {
        return counts.filesStored().orElse(0) + counts.filesRejected().orElse(0) >= files
                && counts.isSettled()
                && counts.areAllFound()
                && Counts.found(services, WORDS).orElse(0) > 0;
    }

    private static String progress(Counts counts, int files) {
        String counted =
                "%d of %d files stored, %d articles, %d events indexed"
                        .formatted(
                                counts.filesStored().orElse(0),
                                files,
                                counts.articlesStored().orElse(0),
                                counts.eventsApplied().orElse(0));
        return counts.isSettled() ? counted + ", not found by query-service yet" : counted;
    }

    private Problem tooLate(Counts counts, int files) {
        return new Problem(
                "The seeds were dropped into "
                        + stack.home().drop()
                        + " but are not searchable after "
                        + PATIENCE.toSeconds()
                        + " s: "
                        + progress(counts, files)
                        + ".",
                "Everything keeps running. "
                        + stack.sources().command("status")
                        + " shows where they are; "
                        + stack.sources().command("logs")
                        + " ingest-service (or index-service, query-service) says why.");
    }
}
