package org.broadsheet.stack.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.broadsheet.stack.Problem;

/// The value of each `Setting`: from the environment, else from `stack.properties`, else its
/// default. Values are checked when they are asked for, and the message names where they stand.
public final class Settings {
    private final Map<String, String> environment;
    private final Properties properties;
    private final Path file;

    private Settings(Map<String, String> environment, Properties properties, Path file) {
        this.environment = environment;
        this.properties = properties;
        this.file = file;
    }

    public static Settings of(Map<String, String> environment, Path file) {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + file, e);
            }
        }
        Settings settings = new Settings(environment, properties, file);
        settings.rejectUnknownKeys();
        return settings;
    }

    public String value(Setting setting) {
        String fromEnvironment = environment.getOrDefault(setting.key(), "");
        if (!fromEnvironment.isBlank()) {
            return fromEnvironment.strip();
        }
        String fromFile = properties.getProperty(setting.key(), "");
        return fromFile.isBlank() ? setting.byDefault() : fromFile.strip();
    }

    public int port(Setting setting) {
        String value = value(setting);
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException _) {
            // told below, like a number out of range
        }
        throw new Problem(
                setting.key() + " is '" + value + "', which is not a port.",
                "Give a number from 1 to 65535 in " + origin(setting) + ".");
    }

    /// A heap as the JVM takes it, such as `512m`.
    public String heap(Setting setting) {
        String value = value(setting);
        if (!value.matches("[1-9][0-9]*[mMgG]")) {
            throw new Problem(
                    setting.key() + " is '" + value + "', which is not a size of memory.",
                    "Give a number with m or g, such as 512m, in " + origin(setting) + ".");
        }
        return value;
    }

    /// Checks every value, so that a wrong one is told before anything is started.
    public void check() {
        for (Setting setting : Setting.values()) {
            if (setting.isPort()) {
                port(setting);
            } else if (setting.isHeap()) {
                heap(setting);
            }
        }
    }

    private String origin(Setting setting) {
        return environment.getOrDefault(setting.key(), "").isBlank()
                ? file.toString()
                : "the environment variable " + setting.key();
    }

    private void rejectUnknownKeys() {
        for (String key : properties.stringPropertyNames()) {
            if (Arrays.stream(Setting.values()).noneMatch(known -> known.key().equals(key))) {
                throw new Problem(
                        file + " sets " + key + ", which does not exist.",
                        "Known are: "
                                + Arrays.stream(Setting.values())
                                        .map(Setting::key)
                                        .collect(Collectors.joining(", ")));
            }
        }
    }
}
