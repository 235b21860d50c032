package org.broadsheet.e2e.kubernetes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.broadsheet.e2e.Deploy;

/// What custom resources of CloudNativePG and of Elastic Cloud on Kubernetes must look like: models
/// that are made of the operators' own types, from the registry of npm, through Node.js.
record NodeModels(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SOURCES =
            Deploy.REPOSITORY.resolve("deploy/e2e/src/test/resources/kubernetes");
    private static final Path FOLDER =
            Deploy.REPOSITORY.resolve("deploy/e2e/target/kubernetes/models");
    private static final List<String> FILES =
            List.of("package.json", "package-lock.json", "check.mjs");

    /// The models in the versions that `package-lock.json` names. Empty where this machine has no
    /// npm, or npm cannot get them.
    static Optional<NodeModels> fetched() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            Files.copy(
                    SOURCES.resolve(file),
                    FOLDER.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Path log = FOLDER.resolve("npm.log");
        try {
            Process npm =
                    new ProcessBuilder(
                                    "npm",
                                    "ci",
                                    "--ignore-scripts",
                                    "--no-audit",
                                    "--no-fund",
                                    "--prefer-offline")
                            .directory(FOLDER.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            if (npm.waitFor(2, TimeUnit.MINUTES) && npm.exitValue() == 0) {
                return Optional.of(new NodeModels(FOLDER));
            }
            npm.descendants().forEach(ProcessHandle::destroy);
            npm.destroy();
        } catch (IOException e) {
            return Optional.empty();
        }
        System.err.println(Files.readString(log));
        return Optional.empty();
    }

    /// @return for each object what is wrong with it
    List<List<String>> wrong(List<JsonNode> objects) throws IOException, InterruptedException {
        Path lines = folder.resolve("objects.ndjson");
        Files.write(lines, objects.stream().map(JsonNode::toString).toList());
        Process node =
                new ProcessBuilder("node", "check.mjs")
                        .directory(folder.toFile())
                        .redirectInput(lines.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String answer = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (node.waitFor() != 0) {
            throw new AssertionError("check.mjs failed, see above");
        }
        List<List<String>> wrong = new ArrayList<>();
        for (String line : answer.lines().toList()) {
            wrong.add(JSON.readValue(line, new TypeReference<>() {}));
        }
        return wrong;
    }
}
