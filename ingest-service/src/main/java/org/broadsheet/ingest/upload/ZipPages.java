package org.broadsheet.ingest.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.broadsheet.ingest.drop.DropListing;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Rejection;
import org.broadsheet.ingest.issue.Rejection.Kind;
import org.broadsheet.ingest.upload.Arrival.Source;

/// The files in a `.zip`, each under a path that begins with the name of the `.zip`. Nothing is
/// written anywhere, and nothing that the archive says of itself is believed: entries and bytes are
/// counted while they are read.
final class ZipPages implements AutoCloseable {
    /// Charset of names that are marked as nothing and are no UTF-8: Windows in Chinese.
    private static final Charset GB18030 = Charset.forName("GB18030");

    /// A small file may be packed to anything; a bomb needs size.
    private static final long RATIO_COUNTS_FROM = 64 * 1024;

    private final String name;
    private final ZipFile zip;
    private final UploadConfig config;
    private final long fileSizeMax;
    private long unpacked;

    private ZipPages(String name, ZipFile zip, UploadConfig config, long fileSizeMax) {
        this.name = name;
        this.zip = zip;
        this.config = config;
        this.fileSizeMax = fileSizeMax;
    }

    /// @param name under which the archive came
    /// @param file that it lies in
    /// @param fileSizeMax most bytes of one file in it
    /// @throws Refusal if it is no `.zip`
    static ZipPages open(String name, Path file, UploadConfig config, long fileSizeMax)
            throws IOException, Refusal {
        try {
            ZipFile zip = ZipFile.builder().setPath(file).get();
            return new ZipPages(name, zip, config, fileSizeMax);
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refusal(
                    400,
                    "Not a .zip",
                    Rejection.of(Kind.ZIP, shown(name), String.valueOf(e.getMessage())));
        }
    }

    /// Its files by path, to be read one after the other.
    ///
    /// @throws Refusal if there are none or too many, or one of them is not what it should be
    Map<String, Source> files() throws Refusal {
        String folder = name.substring(0, name.length() - ".zip".length());
        Map<String, Source> files = new LinkedHashMap<>();
        int entries = 0;
        for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
            if (++entries > config.zipEntriesMax()) {
                throw refusal(413, Kind.ZIP_ENTRIES, config.zipEntriesMax());
            }
            String path = path(entry);
            if (entry.isDirectory() || isLeftAlone(path)) {
                continue;
            }
            check(entry, path);
            String whole = UploadName.of(folder + "/" + path, IssueMetadata.UNKNOWN);
            if (files.put(whole, () -> bytes(entry, path)) != null) {
                throw refusal(400, Kind.ZIP_NAMES, shown(path));
            }
        }
        if (files.isEmpty()) {
            throw refusal(400, Kind.ZIP_EMPTY);
        }
        return files;
    }

    /// What Finder and editors leave behind, and what the drop folder would not list either.
    private static boolean isLeftAlone(String path) {
        for (String part : path.split("/", -1)) {
            if (part.equals("__MACOSX") || (part.startsWith(".") && !part.equals(".."))) {
                return true;
            }
        }
        return DropListing.isUnfinished(path);
    }

    private void check(ZipArchiveEntry entry, String path) throws Refusal {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw refusal(400, Kind.ZIP_ENCRYPTED);
        }
        if (entry.isUnixSymlink()) {
            throw refusal(400, Kind.ZIP_LINK, shown(path));
        }
        if (path.startsWith("/") || path.matches("[A-Za-z]:/.*")) {
            throw refusal(400, Kind.ZIP_PATH, shown(path));
        }
        if (!zip.canReadEntryData(entry)) {
            throw refusal(400, Kind.ZIP_METHOD, shown(path));
        }
    }

    private byte[] bytes(ZipArchiveEntry entry, String path) throws IOException, Refusal {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(Math.toIntExact(fileSizeMax + 1));
            if (bytes.length > fileSizeMax) {
                throw refusal(413, Kind.ZIP_FILE_SIZE, shown(path), fileSizeMax);
            }
            unpacked += bytes.length;
            if (unpacked > config.zipUnpackedMax().asLongValue()) {
                throw refusal(413, Kind.ZIP_SIZE, config.zipUnpackedMax().asLongValue());
            }
            long packed = Math.max(1, entry.getCompressedSize());
            if (bytes.length > RATIO_COUNTS_FROM && bytes.length / packed > config.zipRatioMax()) {
                throw refusal(413, Kind.ZIP_RATIO, shown(path), bytes.length / packed);
            }
            return bytes;
        } catch (ZipException e) {
            throw refusal(400, Kind.ZIP_FILE, shown(path), String.valueOf(e.getMessage()));
        }
    }

    /// The path that the entry's bytes spell: UTF-8 if they are valid UTF-8, marked or not, else
    /// GB18030.
    private static String path(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        String path;
        try {
            path = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            path = new String(raw, GB18030);
        }
        return path.replace('\\', '/').replaceAll("(^|/)(\\./)+", "$1");
    }

    private Refusal refusal(int status, Kind kind, Object... values) {
        List<Object> all = new ArrayList<>(List.of(shown(name)));
        all.addAll(Arrays.asList(values));
        return new Refusal(status, "The .zip can't be taken", Rejection.of(kind, all.toArray()));
    }

    private static String shown(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
