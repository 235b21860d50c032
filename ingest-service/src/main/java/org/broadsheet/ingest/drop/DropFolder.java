package org.broadsheet.ingest.drop;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Sidecar;
import org.broadsheet.ingest.issue.Told;

/// The folder that issue files are dropped into. A full listing is the truth: file events come
/// late, in bursts or, on network and container mounts, never. A file that was taken is moved into
/// `done` or `rejected` inside the folder, on the same file system, so that a move is one step.
///
/// Not thread-safe in [#rested()], which one scanning thread calls; the other methods may run in
/// parallel on different files.
@ApplicationScoped
public class DropFolder {
    static final String DONE = "done";
    static final String REJECTED = "rejected";
    private static final String RECEIPT = ".receipt.json";

    /// As file systems have it.
    private static final int NAME_BYTES_MAX = 255;

    private static final String REASON = ".reason.txt";

    /// Files that are looked after at once, those that were set aside among them: a kilobyte of
    /// memory each, and five minutes' work.
    static final int FILES_MAX = 10_000;

    /// Rejected files of one name that are looked at to find one by its bytes.
    private static final int NAMESAKES_MAX = 1_000;

    private final DropConfig config;
    private final Clock clock;
    private final Path folder;
    private final SetAside setAside;
    private volatile Map<String, Look> looks = Map.of();
    private volatile int waiting;

    /// When a file was first seen in its present state.
    private record Look(FileState state, Instant since) {}

    DropFolder(DropConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.folder = config.folder().toAbsolutePath().normalize();
        this.setAside = new SetAside(clock);
    }

    /// Files that failed by themselves; [#rested()] leaves them out for a while.
    public SetAside setAside() {
        return setAside;
    }

    /// @throws IOException if so many files were set aside that no others are looked after
    public void requireOthers() throws IOException {
        if (setAside.size() >= FILES_MAX) {
            throw new IOException(
                    "%,d files in %s could not be taken, so no others are tried; why, says /api/status"
                            .formatted(setAside.size(), folder));
        }
    }

    public Path folder() {
        return folder;
    }

    /// Lists the folder and gives the files that have not changed for the settle time and are not
    /// set aside, by name. Of very many the first 10,000 are looked after, and the others when
    /// those are gone.
    ///
    /// @throws IOException if the folder can't be made or listed
    public List<DroppedFile> rested() throws IOException {
        Files.createDirectories(folder);
        Instant began = clock.instant();
        int room = Math.max(0, FILES_MAX - setAside.size());
        DropListing listing = DropListing.of(folder, setAside, room);
        // A listing may take long: what is new was not there before it ended.
        Instant ended = clock.instant();
        Map<String, Look> present = new HashMap<>();
        List<DroppedFile> rested = new ArrayList<>();
        for (DroppedFile file : listing.files()) {
            Look before = looks.get(file.name());
            Look look =
                    before != null && before.state().equals(file.state())
                            ? before
                            : new Look(file.state(), ended);
            present.put(file.name(), look);
            boolean isRested = !look.since().plus(config.settleTime()).isAfter(began);
            if (isRested && !setAside.holds(file)) {
                rested.add(file);
            }
        }
        looks = present;
        waiting = listing.count();
        setAside.keepOnly(present.keySet());
        return rested;
    }

    /// @throws FreeSpace.DiskFull if the disk has no room to put files away
    public void requireRoom() throws IOException {
        FreeSpace.require(folder, config.freeSpaceMin().asLongValue());
    }

    /// How many files wait in the folder, as of the last listing.
    public int waiting() {
        return waiting;
    }

    /// How long the file that waits longest has been seen unchanged, of those that are looked
    /// after; zero where none waits.
    public Duration longestWait() {
        Instant now = clock.instant();
        return looks.values().stream()
                .map(look -> Duration.between(look.since(), now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /// Whether a file was seen that has not yet rested, so that another look soon is worth it.
    public boolean isSettling() {
        Instant now = clock.instant();
        return looks.values().stream()
                .anyMatch(look -> look.since().plus(config.settleTime()).isAfter(now));
    }

    /// Reads a file and makes sure that nobody changed it meanwhile.
    ///
    /// @throws IOException if it can't be read though it is there (permissions, a broken disk)
    public Claim claim(DroppedFile file) throws IOException {
        try {
            ClaimedFile claimed = read(file);
            FileState after = FileState.of(file.path());
            if (!after.equals(file.state()) || claimed.raw().size() != after.size()) {
                return new Claim.NotYet("changed while it was read");
            }
            return new Claim.Claimed(claimed);
        } catch (NoSuchFileException e) {
            return new Claim.NotYet("taken away before it was read");
        }
    }

    /// Whether a claimed file is there still, with the same content.
    public boolean isStill(ClaimedFile claimed) {
        try {
            return FileState.of(claimed.file().path()).equals(claimed.file().state());
        } catch (IOException e) {
            return false;
        }
    }

    /// The bytes of a file, for those that [#claim] does not load.
    public InputStream open(DroppedFile file) throws IOException {
        return Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS);
    }

    private ClaimedFile read(DroppedFile file) throws IOException {
        MessageDigest digest = RawFile.digest();
        boolean loads = file.state().size() <= config.fileSizeMax().asLongValue();
        try (InputStream in =
                new DigestInputStream(
                        Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS), digest)) {
            byte[] bytes = new byte[0];
            long size;
            if (loads) {
                // A byte more than promised shows that it grew; never more than that is loaded.
                bytes = in.readNBytes(Math.toIntExact(file.state().size() + 1));
                size = bytes.length;
            } else {
                size = in.transferTo(OutputStream.nullOutputStream());
            }
            String hex = HexFormat.of().formatHex(digest.digest());
            return new ClaimedFile(file, new RawFile(file.name(), size, hex, bytes));
        }
    }

    /// What stands in the files that speak of this one.
    ///
    /// @throws IOException if one is there and can't be read
    public Told told(ClaimedFile claimed) throws IOException {
        List<Sidecar> sidecars = new ArrayList<>();
        Path page = claimed.file().path();
        for (Path sidecar : List.of(Sidecars.ownOf(page), Sidecars.folderOf(page))) {
            Sidecars.read(sidecar)
                    .map(text -> new Sidecar(sidecar.getFileName().toString(), text))
                    .ifPresent(sidecars::add);
        }
        return new Told(IssueMetadata.UNKNOWN, sidecars);
    }

    /// Puts a stored file away under `done/<today>/`, with its receipt beside it.
    ///
    /// @param receipt what became of it, as JSON
    public void done(ClaimedFile claimed, String receipt) throws IOException {
        Path today = folder.resolve(DONE).resolve(LocalDate.now(clock).toString());
        Optional<Path> target = putAway(claimed, today);
        if (target.isPresent()) {
            tell(target.get(), receipt, Optional.empty());
        }
    }

    /// Puts a rejected file away under `rejected/`, with the reason and its receipt beside it.
    public void reject(ClaimedFile claimed, String reason, String receipt) throws IOException {
        Optional<Path> target = putAway(claimed, folder.resolve(REJECTED));
        if (target.isPresent()) {
            tell(target.get(), receipt, Optional.of(reason));
        }
    }

    /// Puts a rejected file back to where it was dropped, with its sidecar, to be taken once more.
    ///
    /// @return false if it does not lie in `rejected/`, or another has its place
    public boolean bringBack(String name, String sha256) throws IOException {
        Path dropped = folder.resolve(name).normalize();
        Optional<Path> found = rejected(name, sha256);
        if (found.isEmpty() || !dropped.startsWith(folder) || Files.exists(dropped)) {
            return false;
        }
        Path rejected = found.get();
        Files.createDirectories(dropped.getParent());
        moveIfFree(Sidecars.ownOf(rejected), Sidecars.ownOf(dropped));
        // Before the file: one that has no receipt gets it again should this be cut short.
        Files.deleteIfExists(beside(rejected, RECEIPT));
        Files.deleteIfExists(beside(rejected, REASON));
        return moveIfFree(rejected, dropped);
    }

    private Optional<Path> rejected(String name, String sha256) throws IOException {
        Path first = folder.resolve(REJECTED).resolve(name).normalize();
        Path file = first;
        for (int number = 2; number <= NAMESAKES_MAX && Files.exists(file); number++) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && sha256(file).equals(sha256)) {
                return Optional.of(file);
            }
            file = first.resolveSibling(first.getFileName() + "~" + number);
        }
        return Optional.empty();
    }

    private static boolean moveIfFree(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
            return true;
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            return false;
        }
    }

    /// Puts a receipt beside a file that was put away without one.
    ///
    /// @param reason of a rejection
    public void tell(PutAway file, String receipt, Optional<String> reason) throws IOException {
        tell(file.path(), receipt, reason);
    }

    /// The receipt comes last: a file that has one has all it should have.
    private static void tell(Path putAway, String receipt, Optional<String> reason)
            throws IOException {
        if (reason.isPresent()) {
            Files.writeString(beside(putAway, REASON), reason.get() + "\n");
        }
        Files.writeString(beside(putAway, RECEIPT), receipt + "\n");
    }

    /// Files that were put away and have no receipt, or an empty one: somebody was killed between
    /// the move and the writing.
    public List<PutAway> withoutReceipt() throws IOException {
        List<PutAway> without = new ArrayList<>();
        putAway(file -> beside(file, RECEIPT).toFile().length() == 0, without::add);
        return without;
    }

    /// Takes one file that was put away after the other.
    @FunctionalInterface
    public interface PutAwayReader<E extends Exception> {
        void read(PutAway file) throws E;
    }

    /// Reads and hashes every file that was put away.
    public <E extends Exception> void putAway(PutAwayReader<E> reader) throws IOException, E {
        putAway(_ -> true, reader);
    }

    private <E extends Exception> void putAway(Predicate<Path> which, PutAwayReader<E> reader)
            throws IOException, E {
        for (Path area : List.of(folder.resolve(DONE), folder.resolve(REJECTED))) {
            if (!Files.isDirectory(area, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(area)) {
                Iterator<Path> each = files.filter(DropFolder::wasDropped).filter(which).iterator();
                while (each.hasNext()) {
                    Path file = each.next();
                    reader.read(new PutAway(droppedName(area, file), sha256(file), file));
                }
            } catch (UncheckedIOException e) {
                throw new IOException(area + " can't be listed", e);
            }
        }
    }

    /// Not what was written about a file.
    private static boolean wasDropped(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !name.endsWith(RECEIPT)
                && !name.endsWith(REASON)
                && !Sidecars.isSidecar(name);
    }

    private String droppedName(Path area, Path file) {
        Path inside = area.relativize(file);
        boolean ofADay = area.equals(folder.resolve(DONE)) && inside.getNameCount() > 1;
        return (ofADay ? inside.subpath(1, inside.getNameCount()) : inside)
                .toString()
                .replace('\\', '/')
                .replaceFirst("~[0-9]+$", "");
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = RawFile.digest();
        try (InputStream in =
                new DigestInputStream(
                        Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Empty if the file is no longer there, or is no longer what was read: then it stays.
    private Optional<Path> putAway(ClaimedFile claimed, Path under) throws IOException {
        Path target = free(under.resolve(claimed.name()));
        Files.createDirectories(target.getParent());
        try {
            if (!FileState.of(claimed.file().path()).equals(claimed.file().state())) {
                stays(claimed);
                return Optional.empty();
            }
            Files.move(claimed.file().path(), target, StandardCopyOption.ATOMIC_MOVE);
            if (!FileState.of(target).equals(claimed.file().state())) {
                // Another came in its place between the look and the move: nobody has read it.
                Files.move(target, claimed.file().path());
                stays(claimed);
                return Optional.empty();
            }
            Path sidecar = Sidecars.ownOf(claimed.file().path());
            if (Files.isRegularFile(sidecar, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(sidecar, Sidecars.ownOf(target), StandardCopyOption.ATOMIC_MOVE);
            }
            return Optional.of(target);
        } catch (NoSuchFileException e) {
            // Another ingest-service on this folder was faster, or a person took it: all is stored.
            return Optional.empty();
        }
    }

    private static void stays(ClaimedFile claimed) {
        Log.infof("file changed after it was read, stays file=%s", claimed.file().printableName());
    }

    private static Path beside(Path putAway, String ending) {
        String whole = putAway.getFileName().toString();
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= NAME_BYTES_MAX - ending.length()) {
            return putAway.resolveSibling(whole + ending);
        }
        // Cut, and known from others of the same beginning by a hash.
        String hash = "~" + HexFormat.of().formatHex(RawFile.digest().digest(bytes), 0, 4);
        String name = whole;
        while (name.getBytes(StandardCharsets.UTF_8).length + hash.length() + ending.length()
                > NAME_BYTES_MAX) {
            name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
        }
        return putAway.resolveSibling(name + hash + ending);
    }

    private static Path free(Path wanted) {
        Path path = wanted;
        for (int number = 2; Files.exists(path, LinkOption.NOFOLLOW_LINKS); number++) {
            path = wanted.resolveSibling(wanted.getFileName() + "~" + number);
        }
        return path;
    }
}
