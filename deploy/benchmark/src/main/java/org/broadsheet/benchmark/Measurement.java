package org.broadsheet.benchmark;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// One round of one benchmark, in a process of its own.
///
/// @param warmUpSeconds not counted
/// @param seconds counted
record Measurement(Class<?> benchmarks, int warmUpSeconds, int seconds) {

    RunResult run(String benchmark, int threads, Map<String, String> parameters) {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(benchmarks.getName() + "\\." + benchmark + "$")
                        .forks(1)
                        .threads(threads)
                        .warmupIterations(warmUpSeconds)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(seconds)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            return results.iterator().next();
        } catch (RunnerException e) {
            throw new IllegalStateException("the measurement '" + benchmark + "' failed", e);
        }
    }

    /// Processor time of one call, in nanoseconds.
    static double processorNanos(RunResult result) {
        return counted(result, "nanos") / counted(result, "calls");
    }

    private static double counted(RunResult result, String name) {
        return Objects.requireNonNull(result.getSecondaryResults().get(name), name).getScore();
    }
}
