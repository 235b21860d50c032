package org.broadsheet.e2e.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.broadsheet.e2e.fault.Dropped.Kind;

/// Drops good pages and whatever else people, programs and enemies put into a folder, and remembers
/// each.
final class HostilePress {
    private static final long TWO_GIGABYTES = 2L << 30;
    private static final int SLOW_PIECES = 12;
    private static final Duration SLOW_PAUSE = Duration.ofMillis(150);

    private static final List<Kind> NASTY =
            Arrays.stream(Kind.values())
                    .filter(Kind::isNasty)
                    .filter(kind -> kind != Kind.REPLACEMENT && kind != Kind.TOO_LARGE)
                    .toList();

    private final Path folder;
    private final Path besides;
    private final Press press;
    private final RandomGenerator random;
    private final Duration settleTime;
    private final List<Dropped> dropped = new CopyOnWriteArrayList<>();
    private final List<Thread> others = new ArrayList<>();
    private final List<Path> locked = new ArrayList<>();
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();
    private int number;

    /// @param settleTime after which a file that does not change counts as complete
    HostilePress(Path folder, Press press, RandomGenerator random, Duration settleTime)
            throws IOException {
        this.folder = folder;
        this.besides = Files.createDirectories(folder.resolveSibling("unfinished"));
        this.press = press;
        this.random = random;
        this.settleTime = settleTime;
    }

    List<Dropped> dropped() {
        return List.copyOf(dropped);
    }

    /// Names of files whose writers paused for so long, on a machine with too much to do, that a
    /// part could count as complete: nothing can be said of them.
    Set<String> unsure() {
        return Set.copyOf(unsure);
    }

    /// Drops files at once, a share of them nasty; each kind comes at least once if there is room.
    void burst(int files, double nasty) throws IOException {
        List<Kind> kinds = new ArrayList<>();
        int bad = (int) Math.round(files * nasty);
        for (int i = 0; i < files; i++) {
            kinds.add(i < bad ? NASTY.get(i % NASTY.size()) : good());
        }
        Collections.shuffle(kinds, Random.from(random));
        for (Kind kind : kinds) {
            drop(kind);
        }
    }

    private Kind good() {
        double chance = random.nextDouble();
        return chance < 0.03 ? Kind.ZIP : chance < 0.10 ? Kind.GB18030 : Kind.PAGE;
    }

    /// A sparse file of 2 GB without a line break.
    void dropTooLarge() throws IOException {
        Path file = besides.resolve("large.txt");
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SPARSE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'x'}), TWO_GIGABYTES - 1);
        }
        moveIn(file, "large.txt");
        dropped.add(new Dropped(Kind.TOO_LARGE, "large.txt", ""));
    }

    private void drop(Kind kind) throws IOException {
        String base = "报/2026-0" + random.nextInt(1, 9) + "-15/" + ++number;
        byte[] page = utf8(press.page());
        switch (kind) {
            case PAGE -> put(kind, base + ".txt", page);
            case GB18030 ->
                    put(
                            kind,
                            base + ".txt",
                            press.page().repeat(2).getBytes(Charset.forName("GB18030")));
            case ODD_NAME -> put(kind, oddName(), page);
            case OLD_TIME -> {
                Path file = Files.write(besides.resolve("old"), page);
                Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
                moveIn(file, base + ".txt");
                dropped.add(new Dropped(kind, base + ".txt", Press.sha256(page)));
            }
            case NOT_READABLE -> {
                put(kind, base + ".txt", page);
                lock(folder.resolve(base + ".txt"));
            }
            case SLOW -> write(kind, base + ".txt", page, page.length);
            // In the middle of a character of three bytes.
            case WRITER_DIED -> write(kind, base + ".txt", page, cutInACharacter(page));
            case SAME_BYTES -> {
                put(kind, base + "a.txt", page);
                put(kind, base + "b.txt", page);
            }
            case REPLACED -> {
                put(kind, base + ".txt", page);
                later(() -> put(Kind.REPLACEMENT, base + ".txt", utf8(press.page())));
            }
            case RENAMED -> {
                put(kind, base + ".txt", page);
                dropped.add(new Dropped(kind, base + " 2.txt", Press.sha256(page)));
                later(
                        () ->
                                moveIfThere(
                                        folder.resolve(base + ".txt"),
                                        folder.resolve(base + " 2.txt")));
            }
            case DELETED -> {
                put(kind, base + ".txt", page);
                later(() -> Files.deleteIfExists(folder.resolve(base + ".txt")));
            }
            case ZIP -> dropZip(base);
            case EMPTY -> put(kind, base + ".txt", new byte[0]);
            case BINARY -> put(kind, base + ".txt", utf8("x\0" + number));
            case WRONG_ENDING -> put(kind, base + ".pdf", utf8("%PDF " + number));
            case LONG_LINE -> put(kind, base + ".txt", utf8(number + "长".repeat(120_000)));
            case MANY_LINES -> put(kind, base + ".txt", utf8(number + "x\n".repeat(210_000)));
            case ZIP_SLIP ->
                    put(kind, base + ".zip", zip(Map.of("../../" + number + ".txt", page)));
            case ZIP_BOMB ->
                    put(
                            kind,
                            base + ".zip",
                            zip(Map.of(number + ".txt", new byte[1_000_000 + number])));
            case ZIP_ENCRYPTED -> put(kind, base + ".zip", encrypted(zip(Map.of("1.txt", page))));
            case ZIP_DAMAGED -> {
                byte[] whole = zip(Map.of("1.txt", page));
                put(kind, base + ".zip", Arrays.copyOf(whole, whole.length - 30));
            }
            case LINK -> {
                link(kind, base + ".txt", Path.of("/etc/hostname"));
                link(kind, base + "-circle", folder);
            }
            case UNFINISHED -> put(kind, base + ".txt.part", page);
            case TOO_LARGE, UPLOAD, ZIP_ENTRY, REPLACEMENT ->
                    throw new IllegalArgumentException("not dropped alone: " + kind);
        }
    }

    private String oddName() {
        String n = Integer.toString(number);
        return switch (number % 6) {
            case 0 -> "line\nbreak " + n + ".txt";
            case 1 -> "emoji 😀 " + n + ".txt";
            // 255 bytes, the most that file systems take.
            case 2 -> "" + (char) ('一' + number) + "长".repeat(82) + "00.txt";
            case 3 -> "dots..in..it " + n + ".txt";
            case 4 -> " quote'\"<b>&%41 " + n + ".txt";
            default -> "深/".repeat(20) + n + ".MD";
        };
    }

    private void dropZip(String base) throws IOException {
        Map<String, byte[]> pages = new LinkedHashMap<>();
        for (int i = 1; i <= random.nextInt(1, 4); i++) {
            pages.put(i + ".txt", utf8(press.page()));
        }
        put(Kind.ZIP, base + ".zip", zip(pages));
        pages.forEach(
                (name, bytes) ->
                        dropped.add(
                                new Dropped(
                                        Kind.ZIP_ENTRY, base + "/" + name, Press.sha256(bytes))));
    }

    /// Remembers a file that came over HTTP.
    void uploaded(String name, byte[] bytes) {
        dropped.add(new Dropped(Kind.UPLOAD, name, Press.sha256(bytes)));
    }

    private void put(Kind kind, String name, byte[] bytes) throws IOException {
        moveIn(Files.write(Files.createTempFile(besides, "next", ""), bytes), name);
        dropped.add(new Dropped(kind, name, Press.sha256(bytes)));
    }

    private void moveIn(Path file, String name) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(target.getParent());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void moveIfThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // Taken already.
        }
    }

    private void link(Kind kind, String name, Path to) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.createSymbolicLink(folder.resolve(name), to);
        dropped.add(new Dropped(kind, name, ""));
    }

    private void lock(Path file) {
        if (file.toFile().setReadable(false, false)) {
            locked.add(file);
        }
    }

    /// Lets everything be read, and waits for slow writers and others that still have a hand in it.
    void finish() throws InterruptedException {
        for (Path file : locked) {
            file.toFile().setReadable(true, true);
            // What has changed is tried again at once.
            file.toFile().setLastModified(System.currentTimeMillis());
        }
        locked.clear();
        for (Thread other : others) {
            other.join();
        }
    }

    /// Writes in pieces, straight into the folder, and stops after some bytes.
    private void write(Kind kind, String name, byte[] bytes, int until) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] written = Arrays.copyOf(bytes, until);
        others.add(Thread.ofPlatform().start(() -> writeSlowly(kind, name, file, written)));
    }

    private void writeSlowly(Kind kind, String name, Path file, byte[] bytes) {
        long longest = 0;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            int step = Math.max(1, bytes.length / SLOW_PIECES);
            long last = System.nanoTime();
            for (int from = 0; from < bytes.length; from += step) {
                int length = Math.min(step, bytes.length - from);
                channel.write(ByteBuffer.wrap(bytes, from, length));
                Thread.sleep(SLOW_PAUSE);
                longest = Math.max(longest, System.nanoTime() - last);
                last = System.nanoTime();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (longest < settleTime.toNanos() / 2) {
            dropped.add(new Dropped(kind, name, Press.sha256(bytes)));
        } else {
            unsure.add(name);
        }
    }

    private static int cutInACharacter(byte[] page) {
        int cut = page.length / 2;
        // The first byte of a character of three, without the others.
        while ((page[cut] & 0xF0) != 0xE0) {
            cut++;
        }
        return cut + 1;
    }

    @FunctionalInterface
    private interface Deed {
        void run() throws IOException;
    }

    /// About when the services come to the file: before, while it is read, or after.
    private void later(Deed deed) {
        long half = settleTime.toMillis() / 2;
        Duration pause = Duration.ofMillis(half + random.nextLong(3 * half));
        others.add(
                Thread.startVirtualThread(
                        () -> {
                            try {
                                Thread.sleep(pause);
                                deed.run();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /// As an archive with a password says of itself: bit 0 of the flags of both headers.
    private static byte[] encrypted(byte[] zip) {
        zip[6] |= 1;
        for (int i = 0; i < zip.length - 4; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
