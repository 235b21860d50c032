package org.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `launch` on JDKs that only say their version and how they were called.
class LaunchScriptTest {
    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "sed",
                    "uname",
                    "dirname",
                    "readlink",
                    "find",
                    "sort",
                    "xargs",
                    "cat",
                    "cksum",
                    "tr",
                    "mkdir",
                    "mv",
                    "rm");

    @TempDir private Path folder;

    @Test
    void javaHomeIsTakenWhenItIsNewEnough() throws Exception {
        Path home = jdk("my jdk", "25.0.1");
        jdk("jvm/other", "26");

        assertThat(launch(home)).contains("called " + home + "/bin/java").contains("Main status");
    }

    @Test
    void tooOldJavaHomeIsPassedOverForANewerOne() throws Exception {
        Path old = jdk("old", "17.0.15");
        jdk("jvm/a-21", "21.0.2");
        Path good = jdk("jvm/b-25", "25");

        assertThat(launch(old)).contains("called " + good + "/bin/java");
    }

    @Test
    void runtimeWithoutACompilerIsNone() throws Exception {
        Path runtime = jdk("jre", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(launch(runtime)).doesNotContain("called " + runtime);
    }

    @Test
    void noneFoundIsToldWithWhatThereIs() throws Exception {
        Path old = jdk("old", "1.8.0_402");

        assertThat(launch(old))
                .contains("needs a JDK 25 or newer")
                .contains("JDK 8 in " + old)
                .contains("JAVA_HOME=/path/to/jdk deploy/status")
                .contains("exit 1");
    }

    private String launch(Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "\"$0\" status 2>&1; echo exit $?",
                        copyOfScript().toString());
        builder.environment().clear();
        builder.environment().put("PATH", toolsWithoutJava().toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("BROADSHEET_JDKS", folder.resolve("jvm").toString());
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }

    /// What the script may need of the system; a JDK of this machine is not among it.
    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : TOOLS) {
            for (String system : List.of("/usr/bin", "/bin")) {
                Path tool = Path.of(system, name);
                if (Files.exists(tool) && !Files.exists(tools.resolve(name))) {
                    program(tools.resolve(name), "exec " + tool + " \"$@\"");
                }
            }
        }
        return tools;
    }

    private Path copyOfScript() throws IOException {
        Path copy = folder.resolve("a clone/deploy/local-stack/launch");
        Path sources = copy.resolveSibling("src/main/java");
        Files.createDirectories(sources);
        Files.writeString(sources.resolve("Main.java"), "class Main {}\n");
        Files.copy(Path.of("launch"), copy);
        return copy;
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/java"), "echo called \"$0\" \"$@\"");
        program(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    private static void program(Path path, String script) throws IOException {
        Files.writeString(path, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
