package org.broadsheet.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// One file per process that was started and not ended by us.
public final class RunFolder {
    private final Path folder;

    public RunFolder(Path folder) {
        this.folder = folder;
    }

    public Optional<RunRecord> load(String name) {
        return RunRecord.read(file(name));
    }

    public void save(String name, RunRecord run) {
        Path fresh = folder.resolve("." + name + ".new");
        try {
            Files.writeString(fresh, run.text());
            Files.move(fresh, file(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(name), e);
        }
    }

    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file(name), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".properties");
    }
}
