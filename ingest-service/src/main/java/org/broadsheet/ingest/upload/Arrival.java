package org.broadsheet.ingest.upload;

import java.io.IOException;
import org.broadsheet.ingest.issue.Told;

/// A file that has come and is not yet in the ledger.
///
/// @param source its bytes; asked for once, so that one file at a time is in memory
public record Arrival(String name, Source source, Told told) {
    /// Where the bytes of a file come from.
    @FunctionalInterface
    public interface Source {
        /// @throws Refusal if the file is not as it may be
        byte[] bytes() throws IOException, Refusal;
    }
}
