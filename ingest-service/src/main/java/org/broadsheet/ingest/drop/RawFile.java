package org.broadsheet.ingest.drop;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file as it came: its name and its bytes.
///
/// @param name path inside the drop folder, or as if it lay there, with forward slashes: the file's
///   identity
/// @param sha256 of the bytes, 64 lower-case hex digits
/// @param bytes empty for a file over the size limit, which is hashed but not loaded
@SuppressWarnings("ArrayRecordComponent") // carried, never compared: sha256 says what they are
public record RawFile(String name, long size, String sha256, byte[] bytes) {
    /// A file whose bytes are all here.
    public static RawFile of(String name, byte[] bytes) {
        String sha256 = HexFormat.of().formatHex(digest().digest(bytes));
        return new RawFile(name, bytes.length, sha256, bytes);
    }

    /// The name as it may stand in a log line: a line break in it can't start a line of its own.
    public String printableName() {
        return printable(name);
    }

    public static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
