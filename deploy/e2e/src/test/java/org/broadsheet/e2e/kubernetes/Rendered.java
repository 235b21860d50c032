package org.broadsheet.e2e.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.e2e.Deploy;

/// An overlay as `kubectl kustomize` renders it.
record Rendered(String overlay, List<JsonNode> objects) {
    static final Path FOLDER = Deploy.REPOSITORY.resolve("deploy/kubernetes");
    private static final YAMLMapper YAML = new YAMLMapper();

    /// Whether this machine has a kubectl that renders.
    static boolean isPossible() throws InterruptedException {
        try {
            return new ProcessBuilder("kubectl", "version", "--client")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// Where the overlays of a user's own say that keepers sign in.
    static final String PROVIDER = "https://sign-in.papers.example";

    static Rendered of(String overlay) throws IOException, InterruptedException {
        return rendered(overlay, FOLDER.resolve("overlays").resolve(overlay));
    }

    /// An overlay of a user's own: one of these, with components besides.
    static Rendered of(String overlay, String... components)
            throws IOException, InterruptedException {
        Path own = Deploy.REPOSITORY.resolve("deploy/e2e/target/kubernetes/own-" + overlay);
        Files.createDirectories(own);
        Path to = own.relativize(FOLDER);
        List<String> lines = new ArrayList<>();
        lines.add("apiVersion: kustomize.config.k8s.io/v1beta1");
        lines.add("kind: Kustomization");
        lines.add("namespace: broadsheet");
        lines.add("resources: [%s/overlays/%s]".formatted(to, overlay));
        lines.add("components:");
        for (String component : components) {
            lines.add("  - %s/components/%s".formatted(to, component));
        }
        lines.add("configMapGenerator:");
        lines.add("  - name: broadsheet-servers");
        lines.add("    behavior: merge");
        lines.add("    literals: [QUARKUS_OIDC_AUTH_SERVER_URL=" + PROVIDER + "]");
        Files.write(own.resolve("kustomization.yaml"), lines);
        return rendered(overlay + " with " + String.join(", ", components), own);
    }

    private static Rendered rendered(String overlay, Path folder)
            throws IOException, InterruptedException {
        Process kubectl =
                new ProcessBuilder("kubectl", "kustomize", folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String text = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (kubectl.waitFor() != 0) {
            throw new AssertionError("kubectl kustomize " + overlay + " failed, see above");
        }
        return new Rendered(overlay, read(text));
    }

    static List<JsonNode> read(String yaml) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll();
        }
    }

    Stream<JsonNode> ofKind(String... kinds) {
        return objects.stream().filter(o -> List.of(kinds).contains(o.get("kind").asText()));
    }

    /// The templates of everything that runs as pods of ours, each as a whole pod.
    Stream<JsonNode> podTemplates() {
        return ofKind("Deployment", "StatefulSet").map(o -> o.at("/spec/template"));
    }

    static String name(JsonNode object) {
        return object.get("kind").asText() + " " + object.at("/metadata/name").asText();
    }
}
