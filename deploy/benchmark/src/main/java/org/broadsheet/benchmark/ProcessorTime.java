package org.broadsheet.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Counts the time that a measuring thread really had a processor, which other programs on the
/// machine do not lengthen as they do the time on the clock. The collector and the compiler work in
/// threads of their own and are not in it.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /// Processor time of the iterations, in nanoseconds.
    public long nanos;

    /// Calls in that time.
    public long calls;

    private long started;

    /// Notes the thread's processor time.
    @Setup(Level.Iteration)
    public void start() {
        nanos = 0;
        calls = 0;
        started = THREADS.getCurrentThreadCpuTime();
    }

    /// Adds what the iteration took.
    @TearDown(Level.Iteration)
    public void stop() {
        nanos = THREADS.getCurrentThreadCpuTime() - started;
    }
}
