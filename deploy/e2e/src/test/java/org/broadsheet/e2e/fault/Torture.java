package org.broadsheet.e2e.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Strikes a line with faults in an order that a seed decides, asks the oracle after each, and
/// writes down what happened.
final class Torture {
    private final Line line;
    private final Random random;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final RunReport report;

    /// @param faults what went wrong; empty if nothing did
    record Outcome(Fault fault, List<String> faults) {
        boolean isGood() {
            return faults.isEmpty();
        }
    }

    Torture(Line line, long seed, PrintStream out) {
        this.line = line;
        this.random = new Random(seed);
        this.report = new RunReport(out);
        tell("seed " + seed);
    }

    /// Every row of the matrix that this harness has.
    static List<Fault> faults() {
        return Stream.of(ServiceFaults.all(), IndexFaults.all(), ServerFaults.all())
                .flatMap(List::stream)
                .sorted((a, b) -> Integer.compare(a.number(), b.number()))
                .toList();
    }

    /// Each of these faults once, in an order of chance.
    void once(List<Fault> faults) throws InterruptedException {
        List<Fault> order = new ArrayList<>(faults);
        Collections.shuffle(order, random);
        tell("schedule " + order.stream().map(Fault::number).toList());
        for (Fault fault : order) {
            strike(fault);
        }
    }

    /// Rounds of all faults until the time is over; the first round is always finished.
    void rounds(List<Fault> faults, Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        do {
            List<Fault> order = new ArrayList<>(faults);
            Collections.shuffle(order, random);
            tell("schedule " + order.stream().map(Fault::number).toList());
            for (Fault fault : order) {
                if (System.nanoTime() > end && outcomes.size() >= faults.size()) {
                    return;
                }
                strike(fault);
            }
        } while (System.nanoTime() < end);
    }

    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    private void strike(Fault fault) throws InterruptedException {
        long started = System.nanoTime();
        // Each strike has chances of its own: one that fails early does not move the next ones.
        Random chances = new Random(random.nextLong());
        List<String> faults = new ArrayList<>();
        String note = "";
        try {
            note = fault.strike().on(line, chances);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | AssertionError e) {
            faults.add("while it lasted: " + firstLines(e));
        }
        healed(faults);
        Oracle.Verdict verdict = line.awaitTruth();
        line.putDown(verdict);
        faults.addAll(verdict.faults());
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        outcomes.add(new Outcome(fault, List.copyOf(faults)));
        tell(
                String.format(
                        Locale.ROOT,
                        "%s %2d  %-42s %5.1f s  %s  %s",
                        faults.isEmpty() ? "ok  " : "FAIL",
                        fault.number(),
                        fault.name(),
                        took.toMillis() / 1000.0,
                        verdict.counts(),
                        note));
        faults.forEach(each -> tell("         " + each));
    }

    /// Says how it went as a whole: which rows were struck and how often, and which went wrong.
    void sum() {
        Map<Integer, Long> strikes = new TreeMap<>();
        outcomes.forEach(outcome -> strikes.merge(outcome.fault().number(), 1L, Long::sum));
        List<Integer> bad =
                outcomes.stream()
                        .filter(outcome -> !outcome.isGood())
                        .map(outcome -> outcome.fault().number())
                        .distinct()
                        .sorted()
                        .toList();
        tell("strikes by row " + strikes);
        tell(
                outcomes.size()
                        + " strikes on "
                        + strikes.size()
                        + " rows, "
                        + (bad.isEmpty() ? "all good" : "not good: rows " + bad));
    }

    private void healed(List<String> faults) throws InterruptedException {
        try {
            line.heal();
            Servers.restart();
        } catch (IOException | AssertionError e) {
            faults.add("afterwards: " + firstLines(e));
        }
    }

    private static String firstLines(Throwable e) {
        return String.join(" ", String.valueOf(e).lines().limit(6).toList());
    }

    private void tell(String line) {
        report.tell(line);
    }

    void write(Path file) throws IOException {
        report.write(file);
    }
}
