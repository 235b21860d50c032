package org.broadsheet.ingest.drop;

/// A file of the drop folder with its bytes read and known to be whole: nothing changed from before
/// the reading to after it.
///
/// @param sha256 of the bytes, 64 lower-case hex digits
/// @param bytes empty for a file over the size limit, which is hashed but not loaded
@SuppressWarnings("ArrayRecordComponent") // carried, never compared: sha256 says what they are
public record ClaimedFile(DroppedFile file, long size, String sha256, byte[] bytes) {
    public String name() {
        return file.name();
    }
}
