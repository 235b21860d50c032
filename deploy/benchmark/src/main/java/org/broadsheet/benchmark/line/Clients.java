package org.broadsheet.benchmark.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;

/// Clients that ask one question after the other, each in an order of its own.
public final class Clients {
    private Clients() {}

    /// How it went.
    public static final class Round {
        private final double[] millis;
        private final double perSecond;

        private Round(double[] sortedMillis, double perSecond) {
            this.millis = sortedMillis;
            this.perSecond = perSecond;
        }

        /// The time in milliseconds within which this share of the questions was answered.
        public double within(double share) {
            int at = (int) Math.ceil(share * millis.length) - 1;
            return millis[Math.max(0, at)];
        }

        /// Questions answered, by all clients together.
        public double perSecond() {
            return perSecond;
        }
    }

    /// Asks for this long.
    ///
    /// @param round of the same number has the same order. In one that is too short for all
    ///   questions another number asks others.
    public static <Q> Round ask(
            int clients, Duration time, int round, List<Q> questions, Asking<Q> asking) {
        long end = System.nanoTime() + time.toNanos();
        return ask(clients, round, questions, asking, _ -> System.nanoTime() < end);
    }

    /// Asks each question once, whatever time it takes.
    public static <Q> Round askEach(List<Q> questions, Asking<Q> asking) {
        return ask(1, 0, questions, asking, asked -> asked < questions.size());
    }

    /// @param goesOn whether a client asks another question after as many as that
    private static <Q> Round ask(
            int clients, int round, List<Q> questions, Asking<Q> asking, IntPredicate goesOn) {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<double[]>> asked = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                List<Q> order = new ArrayList<>(questions);
                Collections.shuffle(order, new Random(((long) round << 32) + client));
                asked.add(threads.submit(() -> one(order, asking, goesOn)));
            }
            List<double[]> all = new ArrayList<>();
            for (Future<double[]> one : asked) {
                all.add(one.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double[] millis = all.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
            return new Round(millis, millis.length / seconds);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Asks one question and returns when the whole answer is there.
    @FunctionalInterface
    public interface Asking<Q> {
        void ask(Q question);
    }

    private static <Q> double[] one(List<Q> order, Asking<Q> asking, IntPredicate goesOn) {
        double[] millis = new double[1024];
        int count = 0;
        do {
            long asked = System.nanoTime();
            asking.ask(order.get(count % order.size()));
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, 2 * count);
            }
            millis[count] = (System.nanoTime() - asked) / 1e6;
            count++;
        } while (goesOn.test(count));
        return Arrays.copyOf(millis, count);
    }
}
