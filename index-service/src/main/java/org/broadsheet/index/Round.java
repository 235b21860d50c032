package org.broadsheet.index;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import org.broadsheet.index.index.DocumentWrite;
import org.broadsheet.index.index.WriteResult;

/// Documents on their way to the index. They travel on a thread of their own, so that the consumer
/// can take and decode the next events meanwhile, and another round can travel beside this one.
final class Round {
    private final List<Batch.Entry> entries;
    private final int vainBefore;
    private final List<Task> sent;
    private final FutureTask<List<WriteResult>> answer;
    private final Instant began = Instant.now();
    private final long sentAt = System.nanoTime();
    private volatile Instant ended = began;

    private Round(
            List<Batch.Entry> entries,
            int vainBefore,
            Function<List<DocumentWrite>, List<WriteResult>> index,
            Consumer<Round> whenBack) {
        this.entries = entries;
        this.vainBefore = vainBefore;
        this.sent = entries.stream().map(Batch.Entry::task).toList();
        List<DocumentWrite> documents = sent.stream().map(Round::document).toList();
        this.answer =
                new FutureTask<>(
                        () -> {
                            try {
                                return index.apply(documents);
                            } finally {
                                ended = Instant.now();
                            }
                        }) {
                    @Override
                    protected void done() {
                        whenBack.accept(Round.this);
                    }
                };
    }

    /// @param vainBefore see [#vainBefore()]
    /// @param whenBack is told once the answer is there, on another thread
    static Round start(
            List<Batch.Entry> entries,
            int vainBefore,
            Function<List<DocumentWrite>, List<WriteResult>> index,
            Consumer<Round> whenBack) {
        Round round = new Round(entries, vainBefore, index, whenBack);
        Thread.ofVirtual().name("bulk").start(round.answer);
        return round;
    }

    /// Cuts the requests off; what became of them is not known.
    void abandon() {
        answer.cancel(true);
    }

    /// How many rounds in a row had been in vain when this one was sent. Those that travelled side
    /// by side count as one.
    int vainBefore() {
        return vainBefore;
    }

    /// As of `System.nanoTime()`.
    long sentAt() {
        return sentAt;
    }

    Instant began() {
        return began;
    }

    /// When the answer came; of use only once it has.
    Instant ended() {
        return ended;
    }

    List<Batch.Entry> entries() {
        return entries;
    }

    /// Whether the entry still waits for this answer: a newer event may have settled it, or its
    /// partition may have been handed over.
    boolean concerns(int place) {
        return entries.get(place).task().equals(sent.get(place));
    }

    DocumentWrite document(int place) {
        return document(sent.get(place));
    }

    /// One for each entry, once it is done.
    List<WriteResult> results() {
        return switch (answer.state()) {
            case SUCCESS -> answer.resultNow();
            case FAILED -> throw new IllegalStateException("bulk failed", answer.exceptionNow());
            case RUNNING, CANCELLED ->
                    throw new IllegalStateException("no answer: " + answer.state());
        };
    }

    private static DocumentWrite document(Task task) {
        return switch (task) {
            case Task.Write(DocumentWrite document) -> document;
            case Task.Bury _, Task.Settled _ -> throw new IllegalStateException("nothing to write");
        };
    }
}
