package org.broadsheet.stack.command;

import java.nio.file.Path;
import java.util.List;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.build.Image;
import org.broadsheet.stack.build.ImageBuild;
import org.broadsheet.stack.control.Modules;
import org.broadsheet.stack.process.Programs;
import org.broadsheet.stack.server.Components;
import org.broadsheet.stack.server.Stack;

final class Images implements Command {
    private static final Option TAR =
            Option.valued("--tar", "FOLDER", "packs tars into FOLDER, without Docker");
    private static final Option BASE =
            Option.valued("--base", "IMAGE", "what the services start from; Java 25 and bash");
    private static final Option ELASTICSEARCH_BASE =
            Option.valued("--elasticsearch-base", "IMAGE", "what Elasticsearch starts from");
    private static final Option REPOSITORY =
            Option.valued("--repository", "NAME", "stands before each name, instead of broadsheet");
    private static final Option TAG =
            Option.valued("--tag", "TAG", "stands behind each name, instead of latest");
    private static final Option PLATFORMS =
            Option.valued(
                    "--platforms",
                    "LIST",
                    "such as linux/amd64,linux/arm64: with Docker's buildx, several only with --push");
    private static final Option PUSH =
            Option.flag("--push", "sends the images to the registry their names begin with");

    @Override
    public String name() {
        return "images";
    }

    @Override
    public String summary() {
        return "Makes the container images of the services and of Elasticsearch with the plugin.";
    }

    @Override
    public String operands() {
        return "[NAME...]";
    }

    @Override
    public List<Option> options() {
        return List.of(TAR, BASE, ELASTICSEARCH_BASE, REPOSITORY, TAG, PLATFORMS, PUSH);
    }

    @Override
    public String description() {
        return """
        Builds what has changed, then makes ingest-service, index-service, query-service and
        elasticsearch, or those named, with Docker. They are called broadsheet/NAME:latest.

        With --tar no container engine is needed: Jib, fetched with Maven, lays our files on
        the base, which it reads from its registry; where none can be reached, from a file:
        --base tar:///path/base.tar (what docker save writes). One platform for each tar. 'docker
        load -i NAME.tar' reads it. What is packed so has no AOT cache: its first second is slower.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Stack stack = session.stack();
        List<Image> images = named(arguments.operands());
        boolean push = arguments.has(PUSH);
        if (push && arguments.has(TAR)) {
            throw Arguments.wrong(this, "--push and --tar do not go together.");
        }
        if (!arguments.has(TAR) && Programs.find("docker").isEmpty()) {
            throw new Problem(
                    "There is no 'docker' in PATH.",
                    "Install Docker, or pack the images without it: deploy/images --tar FOLDER.");
        }
        stack.settings().check();
        stack.home().create();
        new Modules(stack, session.terminal()).build(Components.of(stack).services());
        ImageBuild build =
                new ImageBuild(
                        stack,
                        session.terminal(),
                        arguments.value(BASE),
                        arguments.value(ELASTICSEARCH_BASE),
                        arguments.value(REPOSITORY).orElse("broadsheet"),
                        arguments.value(TAG).orElse("latest"),
                        arguments.value(PLATFORMS));
        build.listComponents(images);
        for (Image image : images) {
            arguments
                    .value(TAR)
                    .ifPresentOrElse(
                            folder -> build.toTar(image, Path.of(folder)),
                            () -> build.withDocker(image, push));
        }
        return 0;
    }

    private List<Image> named(List<String> names) {
        for (String name : names) {
            if (Image.ALL.stream().noneMatch(image -> image.name().equals(name))) {
                throw Arguments.wrong(this, "There is no image " + name + ".");
            }
        }
        return Image.ALL.stream()
                .filter(image -> names.isEmpty() || names.contains(image.name()))
                .toList();
    }
}
