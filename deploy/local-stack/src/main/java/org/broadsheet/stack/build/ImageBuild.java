package org.broadsheet.stack.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.files.Folders;
import org.broadsheet.stack.process.Programs;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// Makes images of modules that have been built.
///
/// @param base of the services, and `elasticsearchBase` of Elasticsearch; empty for the official
///   one
/// @param repository what stands before each name, such as `registry.example/broadsheet`
/// @param platforms such as `linux/amd64,linux/arm64`; empty for the one it runs on
public record ImageBuild(
        Stack stack,
        Terminal terminal,
        Optional<String> base,
        Optional<String> elasticsearchBase,
        String repository,
        String tag,
        Optional<String> platforms) {
    private static final String USER = "10001:10001";
    private static final String COMPONENTS = "components.cyclonedx.json";

    /// Writes what the services are made of (CycloneDX), where that is not known of their present
    /// build. The images carry it.
    public void listComponents(List<Image> images) {
        List<String> unlisted =
                images.stream()
                        .filter(Image::isService)
                        .filter(image -> !isListed(image))
                        .map(Image::name)
                        .toList();
        if (unlisted.isEmpty()) {
            return;
        }
        try (Step step = new Step(terminal, "components")) {
            new MavenRun(stack)
                    .run(
                            List.of(
                                    "-Dquick",
                                    "-pl",
                                    String.join(",", unlisted),
                                    "quarkus:dependency-sbom"),
                            maven -> step.progress(maven.module()),
                            () -> step.progress("waiting for another Maven in this clone"));
            step.done(String.join(", ", unlisted));
        }
    }

    private boolean isListed(Image image) {
        FileTime built = Folders.modified(image.module().written(stack.sources()));
        return components(image)
                .filter(file -> Folders.modified(file).compareTo(built) >= 0)
                .isPresent();
    }

    private Optional<Path> components(Image image) {
        Path target = image.module().folder(stack.sources()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-dependency-cyclonedx.json"))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + target, e);
        }
    }

    /// Builds it with Docker, and sends it to its registry when `push` says so.
    public void withDocker(Image image, boolean push) {
        try (Step step = new Step(terminal, image.name())) {
            step.progress("docker build");
            Path context = context(image);
            List<String> command = new ArrayList<>(List.of("docker"));
            if (platforms.isPresent()) {
                command.addAll(List.of("buildx", "build", "--platform", platforms.get()));
                command.add(push ? "--push" : "--load");
            } else {
                command.add("build");
            }
            command.addAll(List.of("--file", image.dockerfile(stack.sources()).toString()));
            command.addAll(List.of("--tag", reference(image)));
            argument(command, "BASE", base(image));
            argument(command, "VERSION", tag);
            argument(command, "REVISION", revision());
            if (image.isService()) {
                argument(command, "SERVICE", image.name());
            }
            command.add(context.toString());
            check(image, Programs.run(command, ""));
            if (push && platforms.isEmpty()) {
                step.progress("docker push");
                check(image, Programs.run("docker", "push", reference(image)));
            }
            step.done(reference(image));
        }
    }

    /// Packs it into `<folder>/<name>.tar`, which `docker load` reads, with neither Docker nor
    /// root.
    public void toTar(Image image, Path folder) {
        try (Step step = new Step(terminal, image.name())) {
            step.progress("jib");
            Path tar = folder.resolve(image.name() + ".tar").toAbsolutePath();
            Path project = work().resolve("jib");
            Files.createDirectories(project.resolve("classes")); // where Jib looks for a program
            List<String> maven = new ArrayList<>();
            maven.addAll(
                    List.of(
                            "-f",
                            stack.sources()
                                    .root()
                                    .resolve("deploy/local-stack/images/pom.xml")
                                    .toString(),
                            "-Dimages.folder=" + project,
                            "-Djib.from.image=" + base(image),
                            "-Djib.to.image=" + reference(image),
                            "-Djib.outputPaths.tar=" + tar,
                            "-Djib.extraDirectories.paths=" + files(image),
                            "-Djib.container.labels=" + labels(image),
                            "-Djib.container.creationTime=USE_CURRENT_TIMESTAMP"));
            platforms.ifPresent(platform -> maven.add("-Djib.from.platforms=" + platform));
            maven.addAll(image.isService() ? SERVICE : INHERITED);
            maven.add("jib:buildTar");
            new MavenRun(stack)
                    .run(
                            maven,
                            _ -> step.progress("jib"),
                            () -> step.progress("waiting for another Maven in this clone"));
            step.done(tar.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + work(), e);
        }
    }

    /// What the Dockerfile of the services says, for Jib. There is no training run: nothing of the
    /// image is executed.
    private static final List<String> SERVICE =
            List.of(
                    "-Djib.container.entrypoint=java,@/opt/broadsheet/java.options,-jar,"
                            + "/opt/broadsheet/quarkus-run.jar",
                    "-Djib.container.workingDirectory=/opt/broadsheet",
                    "-Djib.container.user=" + USER,
                    "-Djib.container.ports=8080",
                    "-Djib.container.environment=BROADSHEET_HOST=0.0.0.0,QUARKUS_HTTP_PORT=8080,"
                            + "SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS=/run/secrets,"
                            + "DROP_FOLDER=/drop,UPLOAD_SPOOL=/tmp/uploads");

    private static final List<String> INHERITED = List.of("-Djib.container.entrypoint=INHERIT");

    /// What Docker is given: the files of the module, or the plugin as its tool installs it.
    private Path context(Image image) {
        if (image.isService()) {
            return files(image).resolve(image.place());
        }
        Path context = work().resolve(image.name() + "-zip");
        Path zip = image.module().written(stack.sources());
        copy(zip, context.resolve(zip.getFileName().toString()));
        return context;
    }

    /// A folder that looks like the root of the image.
    private Path files(Image image) {
        Path root = work().resolve(image.name());
        Path place = root.resolve(image.place());
        Folders.delete(root);
        Folders.copy(image.module().packaged(stack.sources()), place);
        if (image.isService()) {
            Folders.copy(stack.sources().root().resolve("deploy/compose/image"), place);
            components(image).ifPresent(file -> copy(file, place.resolve(COMPONENTS)));
        }
        return root;
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + from, e);
        }
    }

    private Path work() {
        return stack.sources().root().resolve("deploy/local-stack/target/images");
    }

    private String base(Image image) {
        return (image.isService() ? base : elasticsearchBase)
                .orElseGet(() -> image.base(stack.sources()));
    }

    private String reference(Image image) {
        return repository + "/" + image.name() + ":" + tag;
    }

    private String labels(Image image) {
        return "org.opencontainers.image.title=%s,org.opencontainers.image.version=%s,org.opencontainers.image.revision=%s"
                .formatted(image.name(), tag, revision());
    }

    private String revision() {
        Programs.Answer answer =
                Programs.run(
                        "git",
                        "-C",
                        stack.sources().root().toString(),
                        "describe",
                        "--always",
                        "--dirty");
        return answer.succeeded() ? answer.text() : "unknown";
    }

    private static void argument(List<String> command, String name, String value) {
        command.addAll(List.of("--build-arg", name + "=" + value));
    }

    private static void check(Image image, Programs.Answer answer) {
        if (!answer.succeeded()) {
            throw new Problem(
                    "Docker has not made the image of " + image.name() + ":\n" + answer.text(),
                    "See the last lines. --base and --elasticsearch-base name other images to start"
                            + " from, --tar needs no Docker.");
        }
    }
}
