package org.broadsheet.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The zip, put into Elasticsearch by its own plugin tool, as the image does it. What the tool
/// leaves is compared with what the server that runs beside the tests has loaded.
class PluginInstallIT {
    private static final String NAME = "broadsheet-analysis";
    private static final Path ZIP = Path.of("target", NAME + ".zip").toAbsolutePath();

    @TempDir Path home;

    @Test
    void pluginToolInstallsWhatARunningServerHasLoaded() throws Exception {
        Path server =
                Path.of(environment("BROADSHEET_SERVERS"))
                        .resolve("elasticsearch-" + System.getProperty("server.version"));
        for (String part : List.of("bin", "lib", "modules")) {
            Files.createSymbolicLink(home.resolve(part), server.resolve(part));
        }
        Files.createDirectories(home.resolve("plugins"));
        Files.createFile(
                Files.createDirectories(home.resolve("config")).resolve("elasticsearch.yml"));

        assertThat(plugin("install", "--batch", ZIP.toUri().toString()))
                .contains("Installed " + NAME);
        assertThat(plugin("list").strip()).isEqualTo(NAME);
        assertThat(files(home.resolve("plugins").resolve(NAME)))
                .hasSizeGreaterThan(3)
                .isEqualTo(files(Path.of(environment("BROADSHEET_HOME"), "services", NAME)));
        assertThat(loaded()).contains(NAME);
    }

    /// Runs the tool; gives what it said.
    private String plugin(String... arguments) throws IOException, InterruptedException {
        List<String> line =
                new ArrayList<>(List.of(home.resolve("bin/elasticsearch-plugin").toString()));
        line.addAll(List.of(arguments));
        Path said = home.resolve("said.txt");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile());
        // Both would be told as a warning.
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ES_PATH_CONF", home.resolve("config").toString());
        Process tool = builder.start();
        boolean ended = tool.waitFor(2, TimeUnit.MINUTES);
        tool.destroyForcibly();
        String text = Files.readString(said);
        assertThat(ended).as(text).isTrue();
        assertThat(tool.exitValue()).as(text).isZero();
        return text;
    }

    /// Sums of the files of a folder by their names.
    private static Map<String, Long> files(Path folder) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                CRC32 sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                files.put(file.getFileName().toString(), sum.getValue());
            }
        }
        return files;
    }

    private static List<String> loaded() throws IOException {
        String address = "http://" + environment("QUARKUS_ELASTICSEARCH_HOSTS") + "/_nodes/plugins";
        try (InputStream answer = URI.create(address).toURL().openStream()) {
            List<String> names = new ArrayList<>();
            for (JsonNode node : JsonMapper.builder().build().readTree(answer).get("nodes")) {
                node.get("plugins").forEach(plugin -> names.add(plugin.get("name").asText()));
            }
            return names;
        }
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run deploy/test");
        }
        return value;
    }
}
