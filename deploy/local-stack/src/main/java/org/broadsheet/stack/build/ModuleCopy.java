package org.broadsheet.stack.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.stack.files.Fingerprint;
import org.broadsheet.stack.files.Folders;

/// The copy of a packaged module that a stack runs. `packaged` is where the build leaves it.
public record ModuleCopy(Path packaged, Path installed) {

    public boolean isCurrent() {
        return Files.isDirectory(installed)
                && Fingerprint.of(packaged).equals(Fingerprint.of(installed));
    }

    /// Replaces the copy. What runs it must not be running.
    public void renew() {
        Path fresh = installed.resolveSibling("." + installed.getFileName() + ".new");
        Folders.delete(fresh);
        Folders.copy(packaged, fresh);
        Folders.delete(installed);
        try {
            Files.move(fresh, installed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rename " + fresh + " to " + installed, e);
        }
    }
}
