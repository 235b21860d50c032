package org.broadsheet.stack.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The settings file as a newcomer finds it: every setting, its default, commented out.
final class StackProperties {
    private StackProperties() {}

    static void writeTemplate(Path file) {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.writeString(file, template());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static String template() {
        StringBuilder text = new StringBuilder();
        text.append("# Settings of the stack in this folder. Remove the # in front of a line to\n");
        text.append("# change it; it holds from the next start (deploy/down, deploy/up).\n");
        text.append("# An environment variable of the same name wins.\n");
        for (Setting setting : Setting.values()) {
            text.append("\n# ").append(setting.description()).append('\n');
            text.append('#').append(setting.key()).append('=').append(setting.byDefault());
            text.append('\n');
        }
        return text.toString();
    }
}
