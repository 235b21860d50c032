package org.broadsheet.ingest.outbox;

import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;

/// Kafka's own producer for tests, with an answer for each record: those at the given places of a
/// batch, counted from 0, are never acknowledged.
final class FailingProducer extends MockProducer<String, String> {
    private final Set<Integer> failing;

    FailingProducer(Set<Integer> failing) {
        super(false, null, new StringSerializer(), new StringSerializer());
        this.failing = Set.copyOf(failing);
    }

    @Override
    public synchronized void flush() {
        boolean more = true;
        for (int place = 0; more; place++) {
            more =
                    failing.contains(place)
                            ? errorNext(new TimeoutException("not acknowledged"))
                            : completeNext();
        }
    }
}
