package org.broadsheet.stack.build;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far Maven has come, read from what it prints: files and bytes fetched, and the module it is
/// working on.
final class MavenProgress {
    /// `Progress (2): 1.2/132 MB | 300/316 kB`
    private static final Pattern RUNNING =
            Pattern.compile("([0-9.]+)(?:/[0-9.]+)? (B|kB|MB|GB)\\b");

    /// `Downloaded from central: https://… (1.3 MB at 2.0 MB/s)`
    private static final Pattern ENDED =
            Pattern.compile("^(?:\\[[A-Z]+] )?Downloaded from .*\\(([0-9.]+) (B|kB|MB|GB) at ");

    /// `[INFO] --- quarkus:3.34.2:build (default) @ query-service ---`
    private static final Pattern GOAL =
            Pattern.compile("^\\[INFO] --- ([^: ]+):[^ ]*?([a-z-]+) \\(.*\\) @ ([^ ]+) ---");

    private long files;
    private long bytesEnded;
    private long bytesRunning;
    private long bytesShown;
    private String module = "";

    /// Takes one piece of output, up to a line feed or a carriage return. False when it is only a
    /// passing state that no log needs.
    boolean accept(String line) {
        if (line.startsWith("Progress (")) {
            bytesRunning = sum(RUNNING.matcher(line));
            return false;
        }
        Matcher ended = ENDED.matcher(line);
        if (ended.find()) {
            files++;
            bytesEnded += bytes(ended.group(1), ended.group(2));
            bytesRunning = 0;
        }
        Matcher goal = GOAL.matcher(line);
        if (goal.find()) {
            module = goal.group(3);
        }
        return !line.isBlank();
    }

    long files() {
        return files;
    }

    /// Never less than before: for a moment after one of several downloads has ended, Maven does
    /// not say how far the others are.
    long bytes() {
        bytesShown = Math.max(bytesShown, bytesEnded + bytesRunning);
        return bytesShown;
    }

    String module() {
        return module;
    }

    private static long sum(Matcher matcher) {
        long sum = 0;
        while (matcher.find()) {
            sum += bytes(matcher.group(1), matcher.group(2));
        }
        return sum;
    }

    private static long bytes(String number, String unit) {
        double factor =
                switch (unit.toLowerCase(Locale.ROOT)) {
                    case "kb" -> 1e3;
                    case "mb" -> 1e6;
                    case "gb" -> 1e9;
                    default -> 1;
                };
        try {
            return (long) (Double.parseDouble(number) * factor);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
