package org.broadsheet.stack.build;

import java.util.Locale;
import org.broadsheet.stack.Problem;

/// The systems PostgreSQL comes ready for. `artifact` is the end of its Maven name; `downloadBytes`
/// is what all three servers weigh together for this system.
enum Platform {
    LINUX_X86("linux-amd64", 210_000_000),
    LINUX_ARM("linux-arm64v8", 210_000_000),
    MAC_X86("darwin-amd64", 270_000_000),
    MAC_ARM("darwin-arm64v8", 270_000_000);

    private final String artifact;
    private final long downloadBytes;

    Platform(String artifact, long downloadBytes) {
        this.artifact = artifact;
        this.downloadBytes = downloadBytes;
    }

    String artifact() {
        return artifact;
    }

    long downloadBytes() {
        return downloadBytes;
    }

    static Platform ofThisSystem() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String system, String processor) {
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        boolean x86 = processor.equals("amd64") || processor.equals("x86_64");
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("linux") && (arm || x86)) {
            return arm ? LINUX_ARM : LINUX_X86;
        }
        if (name.contains("mac") && (arm || x86)) {
            return arm ? MAC_ARM : MAC_X86;
        }
        throw new Problem(
                "There is no PostgreSQL for " + system + " on " + processor + " here.",
                "Broadsheet's local stack runs on Linux and macOS, on x86-64 and arm64.");
    }
}
