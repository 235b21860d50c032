package org.broadsheet.benchmark.result;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Where figures were taken. They mean little on another machine; the ratios mean much the same.
public final class Machine {
    private static final double GIGABYTE = 1 << 30;

    private Machine() {}

    /// Processor, memory, system and Java in one line, and what else was running.
    public static String described() {
        OperatingSystemMXBean system =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %.1f GB of memory, %s %s %s, Java %s; load %.1f when this was"
                        + " written",
                processor(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / GIGABYTE,
                system.getName(),
                system.getVersion(),
                system.getArch(),
                Runtime.version(),
                system.getSystemLoadAverage());
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*:\\s*", ""))
                    .findFirst()
                    .orElse("unnamed processor");
        } catch (IOException e) {
            return "unnamed processor";
        }
    }
}
