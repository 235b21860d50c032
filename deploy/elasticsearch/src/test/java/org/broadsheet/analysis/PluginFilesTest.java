package org.broadsheet.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.elasticsearch.plugin.NamedComponent;
import org.junit.jupiter.api.Test;

/// The files that tell Elasticsearch what is in the plugin.
class PluginFilesTest {
    @Test
    void everyComponentIsDeclaredAsWhatItIs() throws Exception {
        JsonNode declared =
                JsonMapper.builder()
                        .build()
                        .readTree(Path.of("src/main/plugin/named_components.json").toFile());
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> kind : declared.properties()) {
            for (Map.Entry<String, JsonNode> component : kind.getValue().properties()) {
                Class<?> type = Class.forName(component.getValue().asText());
                assertThat(Class.forName(kind.getKey())).isAssignableFrom(type);
                assertThat(type.getAnnotation(NamedComponent.class).value())
                        .isEqualTo(component.getKey());
                names.add(type.getSimpleName());
            }
        }

        assertThat(names).isEqualTo(factories());
    }

    private static Set<String> factories() throws Exception {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/broadsheet/analysis"))) {
            return sources.map(source -> source.getFileName().toString())
                    .filter(name -> name.endsWith("Factory.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void pluginIsBuiltForTheServerThatTheStackRuns() throws Exception {
        String plugin = Files.readString(Path.of("pom.xml"));
        String servers = Files.readString(Path.of("../local-stack/servers/pom.xml"));

        assertThat(version(plugin)).isEqualTo(version(servers));
    }

    @Test
    void imageIsOfTheSameVersionAndTakesTheZipThatIsBuilt() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));
        String name = pom.replaceAll("(?s).*<finalName>([^<]+)<.*", "$1");

        assertThat(Files.readString(Path.of("Dockerfile")))
                .containsPattern("(?m)^ARG BASE=\\S+/elasticsearch:" + version(pom) + "$")
                .contains("COPY " + name + ".zip /tmp/")
                .contains("install --batch file:///tmp/" + name + ".zip");
    }

    private static String version(String pom) {
        return pom.replaceAll("(?s).*<elasticsearch.version>([^<]+)<.*", "$1");
    }
}
