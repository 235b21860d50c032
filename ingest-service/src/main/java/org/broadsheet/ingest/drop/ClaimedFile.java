package org.broadsheet.ingest.drop;

/// A file of the drop folder with its bytes read and known to be whole: nothing changed from before
/// the reading to after it.
public record ClaimedFile(DroppedFile file, RawFile raw) {
    public String name() {
        return file.name();
    }
}
