package org.broadsheet.query.export;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.broadsheet.query.article.ArticleDocument;

/// A text file for each article, in a zip. The JDK's own writer keeps every entry in memory until
/// the end; here the directory grows in a temporary file, so that an archive of any size passes
/// through (APPNOTE 6.3.10, with zip64 beyond 65,534 entries or 4 GB).
final class ZipWriter implements ArticleWriter {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final short VERSION = 45;
    private static final short UTF_8_NAMES = 0x0800;
    private static final short DEFLATED = 8;

    /// 1 January 1980: the same articles give the same bytes.
    private static final short DAY = 0x21;

    private static final long MAX_32 = 0xFFFFFFFFL;
    private static final int MAX_16 = 0xFFFF;
    private static final int NAME_MAX = 120;

    private final OutputStream out;
    private final Path directoryFile;
    private final OutputStream directory;
    private long written;
    private long directorySize;
    private long entries;

    ZipWriter(OutputStream out) throws IOException {
        this.out = out;
        this.directoryFile = Files.createTempFile("broadsheet-export", ".directory");
        this.directory = new BufferedOutputStream(Files.newOutputStream(directoryFile));
    }

    @Override
    public void write(ArticleDocument article) throws IOException {
        byte[] text = text(article).getBytes(StandardCharsets.UTF_8);
        byte[] packed = packed(text);
        byte[] name = name(article.id()).getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(text);
        int sum = (int) crc.getValue();
        long offset = written;

        ByteBuffer local = buffer(30);
        local.putInt(LOCAL).putShort(VERSION).putShort(UTF_8_NAMES).putShort(DEFLATED);
        local.putShort((short) 0).putShort(DAY).putInt(sum);
        local.putInt(packed.length).putInt(text.length);
        local.putShort((short) name.length).putShort((short) 0);
        print(bytes(local));
        print(name);
        print(packed);

        ByteBuffer central = buffer(46 + 12);
        central.putInt(CENTRAL).putShort(VERSION).putShort(VERSION).putShort(UTF_8_NAMES);
        central.putShort(DEFLATED).putShort((short) 0).putShort(DAY).putInt(sum);
        central.putInt(packed.length).putInt(text.length);
        central.putShort((short) name.length).putShort((short) 12).putShort((short) 0);
        central.putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) MAX_32);
        central.putShort((short) 1).putShort((short) 8).putLong(offset);
        byte[] entry = bytes(central);
        directory.write(entry, 0, 46);
        directory.write(name);
        directory.write(entry, 46, 12);
        directorySize += 58 + name.length;
        entries++;
    }

    /// Ends the file; what was written before it is of no use without.
    @Override
    public void close() throws IOException {
        directory.close();
        try {
            long start = written;
            Files.copy(directoryFile, out);
            written += directorySize;
            long end64 = written;
            ByteBuffer end = buffer(56 + 20 + 22);
            end.putInt(END_64).putLong(44).putShort(VERSION).putShort(VERSION).putInt(0).putInt(0);
            end.putLong(entries).putLong(entries).putLong(directorySize).putLong(start);
            end.putInt(LOCATOR_64).putInt(0).putLong(end64).putInt(1);
            short count = (short) Math.min(entries, MAX_16);
            end.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
            end.putInt((int) Math.min(directorySize, MAX_32));
            end.putInt((int) Math.min(start, MAX_32)).putShort((short) 0);
            print(bytes(end));
        } finally {
            Files.delete(directoryFile);
        }
    }

    private static String text(ArticleDocument article) {
        return Stream.of(
                                article.column(),
                                article.kicker(),
                                article.headline(),
                                article.deck(),
                                String.join(" ", article.authors()),
                                article.body(),
                                article.caption(),
                                article.source())
                        .filter(Objects::nonNull)
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    /// Ids come from names of files: no path can be hidden in one.
    static String name(String id) {
        String plain = id.replaceAll("[^\\p{L}\\p{N}_-]+", "_");
        return plain.codePoints()
                        .limit(NAME_MAX)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                + "-"
                + Integer.toHexString(id.hashCode())
                + ".txt";
    }

    private static byte[] packed(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (var deflating = new DeflaterOutputStream(packed, deflater)) {
            deflating.write(text);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private void print(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
