package org.broadsheet.index;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.broadsheet.index.index.DocumentWrite;
import org.broadsheet.index.index.WriteResult;

/// Documents on their way to the index. They travel on a thread of their own, so that the consumer
/// can take and decode the next events meanwhile.
final class Round {
    private final List<Batch.Entry> entries;
    private final List<Task> sent;
    private final FutureTask<List<WriteResult>> answer;
    private final Instant began = Instant.now();
    private volatile Instant ended = began;

    private Round(
            List<Batch.Entry> entries, Function<List<DocumentWrite>, List<WriteResult>> index) {
        this.entries = entries;
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
                        });
    }

    static Round start(
            List<Batch.Entry> entries, Function<List<DocumentWrite>, List<WriteResult>> index) {
        Round round = new Round(entries, index);
        Thread.ofVirtual().name("bulk").start(round.answer);
        return round;
    }

    boolean isDone() {
        return answer.isDone();
    }

    /// Waits for the answer, at most this long.
    ///
    /// @throws InterruptedException if the service is to stop at once
    boolean await(Duration patience) throws InterruptedException {
        try {
            answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            // results() tells
        }
        return true;
    }

    /// Cuts the requests off; what became of them is not known.
    void abandon() {
        answer.cancel(true);
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
