package org.broadsheet.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.ingest.issue.Sidecar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderTest {
    @TempDir Path folder;

    private final HandClock clock = new HandClock();
    private DropFolder dropFolder;

    @BeforeEach
    void open() {
        dropFolder = new DropFolder(new TestDropConfig(folder), clock);
    }

    @Test
    void fileIsTakenOnlyAfterItHasRested() throws IOException {
        write("page.txt", "text");

        assertThat(names(dropFolder.rested())).isEmpty();
        clock.forward(Duration.ofMillis(900));
        assertThat(names(dropFolder.rested())).isEmpty();
        clock.forward(Duration.ofMillis(100));
        assertThat(names(dropFolder.rested())).containsExactly("page.txt");
    }

    @Test
    void growingFileIsLeftAlone() throws IOException {
        write("page.txt", "one");
        dropFolder.rested();
        clock.forward(Duration.ofSeconds(5));
        write("page.txt", "one two");

        assertThat(names(dropFolder.rested())).isEmpty();
    }

    @Test
    void fileReplacedByAnotherOfTheSameSizeAndTimeStartsAgain() throws IOException {
        FileTime time = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(write("page.txt", "one"), time);
        dropFolder.rested();
        clock.forward(Duration.ofSeconds(5));
        Path other = write(".other", "two");
        Files.setLastModifiedTime(other, time);
        Files.move(
                other,
                folder.resolve("page.txt"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(names(dropFolder.rested())).isEmpty();
    }

    @Test
    void oldTimeStampDoesNotHideAFile() throws IOException {
        Files.setLastModifiedTime(
                write("old.txt", "text"), FileTime.from(Instant.parse("1999-01-01T00:00:00Z")));

        assertThat(names(rested())).containsExactly("old.txt");
    }

    @Test
    void subfoldersAreListedWithForwardSlashes() throws IOException {
        write("courier/1954-03-02/01.txt", "text");

        assertThat(names(rested())).containsExactly("courier/1954-03-02/01.txt");
    }

    @Test
    void unfinishedHiddenAndPutAwayFilesAreNotListed() throws IOException {
        write("a.txt.part", "text");
        write("b.txt.TMP", "text");
        write("c.txt~", "text");
        write(".hidden.txt", "text");
        write("done/2026-11-20/d.txt", "text");
        write("rejected/e.txt", "text");
        Files.createSymbolicLink(folder.resolve("link.txt"), Path.of("/etc/hosts"));
        write("ok.txt", "text");

        assertThat(names(rested())).containsExactly("ok.txt");
    }

    @Test
    void claimKnowsTheBytesByTheirHash() throws IOException {
        write("page.txt", "hello");

        Claim claim = dropFolder.claim(rested().getFirst());

        assertThat(claim)
                .isInstanceOfSatisfying(
                        Claim.Claimed.class,
                        claimed -> {
                            assertThat(claimed.file().raw().sha256())
                                    .isEqualTo(
                                            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
                            assertThat(claimed.file().raw().bytes())
                                    .isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
                        });
    }

    @Test
    void fileWrittenAfterItRestedIsNotClaimed() throws IOException {
        write("page.txt", "hello");
        DroppedFile seen = rested().getFirst();
        write("page.txt", "hello and more");

        assertThat(dropFolder.claim(seen)).isInstanceOf(Claim.NotYet.class);
    }

    @Test
    void fileTakenAwayIsNotClaimed() throws IOException {
        Path file = write("page.txt", "hello");
        DroppedFile seen = rested().getFirst();
        Files.delete(file);

        assertThat(dropFolder.claim(seen)).isInstanceOf(Claim.NotYet.class);
    }

    @Test
    void oversizedFileIsHashedButNotLoaded() throws IOException {
        write("big.txt", "x".repeat(5000));

        Claim claim = dropFolder.claim(rested().getFirst());

        assertThat(claim)
                .isInstanceOfSatisfying(
                        Claim.Claimed.class,
                        claimed -> {
                            assertThat(claimed.file().raw().size()).isEqualTo(5000);
                            assertThat(claimed.file().raw().bytes()).isEmpty();
                        });
    }

    @Test
    void doneFileMovesUnderTheDay() throws IOException {
        write("courier/01.txt", "hello");

        dropFolder.done(claimed(), "{}");

        assertThat(folder.resolve("done/2026-11-21/courier/01.txt")).hasContent("hello");
        assertThat(folder.resolve("courier/01.txt")).doesNotExist();
    }

    @Test
    void receiptStandsBesideADoneFile() throws IOException {
        write("page.txt", "one");

        dropFolder.done(claimed(), "{\"became\":\"stored\"}");

        assertThat(folder.resolve("done/2026-11-21/page.txt.receipt.json"))
                .hasContent("{\"became\":\"stored\"}");
    }

    @Test
    void sidecarsAreNoIssueFilesAndTheOwnOneGoesWithItsFile() throws IOException {
        write("courier/page.txt", "one");
        write("courier/page.txt.meta.yaml", "page: 3");
        write("courier/issue.yaml", "title: Courier");

        ClaimedFile claimed = claimed();

        assertThat(claimed.name()).isEqualTo("courier/page.txt");
        assertThat(dropFolder.told(claimed).sidecars())
                .containsExactly(
                        new Sidecar("page.txt.meta.yaml", "page: 3"),
                        new Sidecar("issue.yaml", "title: Courier"));
        dropFolder.done(claimed, "{}");
        assertThat(folder.resolve("done/2026-11-21/courier/page.txt.meta.yaml"))
                .hasContent("page: 3");
        assertThat(folder.resolve("courier/issue.yaml")).exists();
    }

    @Test
    void secondFileOfOneNameKeepsTheFirst() throws IOException {
        write("page.txt", "one");
        dropFolder.done(claimed(), "{}");
        write("page.txt", "two");
        dropFolder.done(claimed(), "{}");

        assertThat(folder.resolve("done/2026-11-21/page.txt")).hasContent("one");
        assertThat(folder.resolve("done/2026-11-21/page.txt~2")).hasContent("two");
    }

    @Test
    void fileWrittenAgainBeforeItIsPutAwayStays() throws IOException {
        write("page.txt", "one");
        ClaimedFile claimed = claimed();
        write("page.txt", "one and two");

        dropFolder.done(claimed, "{}");

        assertThat(folder.resolve("page.txt")).hasContent("one and two");
    }

    @Test
    void rejectedFileHasItsReasonBesideIt() throws IOException {
        write("scan.pdf", "x");

        dropFolder.reject(claimed(), "not text", "{}");

        assertThat(folder.resolve("rejected/scan.pdf")).hasContent("x");
        assertThat(folder.resolve("rejected/scan.pdf.reason.txt")).hasContent("not text");
        assertThat(folder.resolve("rejected/scan.pdf.receipt.json")).hasContent("{}");
    }

    @Test
    void rejectedFileIsPutBackWhereItWasDropped() throws IOException {
        write("报/scan.pdf.meta.yaml", "page: 1");
        write("报/scan.pdf", "x");
        dropFolder.reject(claimed(), "not text", "{}");
        write("报/scan.pdf", "y");
        dropFolder.reject(claimed(), "not text", "{}");
        String sha256 = RawFile.of("", "y".getBytes(StandardCharsets.UTF_8)).sha256();

        assertThat(dropFolder.bringBack("报/scan.pdf", sha256)).isTrue();

        assertThat(folder.resolve("报/scan.pdf")).hasContent("y");
        assertThat(folder.resolve("rejected/报/scan.pdf")).hasContent("x");
        assertThat(folder.resolve("rejected/报/scan.pdf~2.receipt.json")).doesNotExist();
        assertThat(folder.resolve("rejected/报/scan.pdf~2.reason.txt")).doesNotExist();
        assertThat(dropFolder.bringBack("报/scan.pdf", sha256)).isFalse();
        String other = RawFile.of("", "x".getBytes(StandardCharsets.UTF_8)).sha256();
        assertThat(dropFolder.bringBack("报/scan.pdf", other)).as("its place is taken").isFalse();
        Files.delete(folder.resolve("报/scan.pdf"));
        assertThat(dropFolder.bringBack("报/scan.pdf", other)).isTrue();
        assertThat(folder.resolve("报/scan.pdf.meta.yaml")).hasContent("page: 1");
    }

    @Test
    void nameOf255BytesCanBeRejected() throws IOException {
        String name = "报".repeat(83) + "abc.pdf".substring(1);
        write(name, "x");

        dropFolder.reject(claimed(), "not text", "{}");

        try (var files = Files.list(folder.resolve("rejected"))) {
            assertThat(files.filter(f -> f.toString().endsWith(".reason.txt"))).hasSize(1);
        }
        assertThat(folder.resolve("rejected").resolve(name)).exists();
    }

    @Test
    void ofVeryManyTheFirstAreLookedAfterAndTheOthersCounted() throws IOException {
        for (int number = 0; number < DropFolder.FILES_MAX + 50; number++) {
            write("%05d.txt".formatted(number), "x");
        }

        List<DroppedFile> first = rested();

        assertThat(first).hasSize(DropFolder.FILES_MAX);
        assertThat(first.getFirst().name()).isEqualTo("00000.txt");
        assertThat(first.getLast().name()).isEqualTo("%05d.txt".formatted(first.size() - 1));
        assertThat(dropFolder.waiting()).isEqualTo(DropFolder.FILES_MAX + 50);

        for (DroppedFile taken : first) {
            Files.delete(taken.path());
        }
        assertThat(names(rested()))
                .hasSize(50)
                .startsWith("%05d.txt".formatted(DropFolder.FILES_MAX));
    }

    @Test
    void filesThatWereSetAsideAreNotForgottenWhereverTheyStand() throws IOException {
        for (int number = 0; number < DropFolder.FILES_MAX; number++) {
            write("%05d.txt".formatted(number), "x");
        }
        List<DroppedFile> aside = List.of(rested().getFirst(), rested().getLast());
        aside.forEach(file -> dropFolder.setAside().add(file, "locked"));
        for (String name : List.of("00000a.txt", "00000b.txt", "00000c.txt")) {
            write(name, "x");
        }

        List<DroppedFile> rested = rested();

        assertThat(rested)
                .hasSize(DropFolder.FILES_MAX - 2)
                .extracting(DroppedFile::name)
                .contains("00000a.txt", "00000b.txt", "00000c.txt")
                .doesNotContain(aside.getFirst().name(), aside.getLast().name());
        clock.forward(Duration.ofSeconds(10));
        assertThat(names(dropFolder.rested()))
                .contains(aside.getFirst().name(), aside.getLast().name());
    }

    @Test
    void whereEverythingFailsNoMoreIsTriedAndThatIsSaid() throws IOException {
        for (int number = 0; number < DropFolder.FILES_MAX; number++) {
            write("%05d.txt".formatted(number), "x");
        }
        List<DroppedFile> first = rested();
        first.forEach(file -> dropFolder.setAside().add(file, "locked"));
        write("next.txt", "x");

        assertThat(rested()).isEmpty();
        assertThatThrownBy(dropFolder::requireOthers)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("/api/status");

        // One was mended.
        dropFolder.setAside().release(first.getFirst());
        Files.delete(first.getFirst().path());
        dropFolder.requireOthers();
        assertThat(names(rested())).contains("next.txt");
    }

    @Test
    void whatAnEarlierProcessSetAsideIsKnownIfItIsThereStill() throws IOException {
        write("locked.txt", "x");
        dropFolder.setAside().remember(Set.of("locked.txt", "gone.txt"));

        assertThat(names(rested())).containsExactly("locked.txt");
        assertThat(dropFolder.setAside().names()).containsExactly("locked.txt");
    }

    @Test
    void timeThatAListingTakesIsNoRest() throws IOException {
        write("page.txt", "x");

        clock.forwardAfterALook(Duration.ofSeconds(5));
        assertThat(dropFolder.rested()).isEmpty();
        assertThat(dropFolder.isSettling()).isTrue();
        clock.forward(Duration.ofMillis(900));
        clock.forwardAfterALook(Duration.ofSeconds(5));
        assertThat(dropFolder.rested()).isEmpty();
        assertThat(names(dropFolder.rested())).containsExactly("page.txt");
    }

    @Test
    void folderIsMadeAgainWhenItVanishes() throws IOException {
        Files.delete(folder);

        assertThat(dropFolder.rested()).isEmpty();
        assertThat(folder).isDirectory();
    }

    @Test
    void folderThatWasPutElsewhereAndComesBackIsReadAsItIs() throws IOException {
        write("page.txt", "x");
        Path elsewhere = folder.resolveSibling("elsewhere " + folder.getFileName());
        Files.move(folder, elsewhere);
        assertThat(dropFolder.rested()).isEmpty();

        Files.delete(folder);
        Files.move(elsewhere, folder);

        assertThat(names(rested())).containsExactly("page.txt");
    }

    @Test
    void folderThatCannotBeListedIsTrouble() throws IOException {
        Files.delete(folder);
        Files.writeString(folder, "a file stands in its place");

        assertThatThrownBy(dropFolder::rested).isInstanceOf(IOException.class);
    }

    @Test
    void linksAreLeftAlone() throws IOException {
        Path outside = Files.createTempFile("outside", ".txt");
        Files.createSymbolicLink(folder.resolve("link.txt"), outside);
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("broken.txt"), folder.resolve("nowhere"));
        write("page.txt", "x");

        assertThat(names(rested())).containsExactly("page.txt");
        assertThat(folder.resolve("link.txt")).isSymbolicLink();
        Files.delete(outside);
    }

    @Test
    void fileThatMayNotBeReadIsAnErrorOfItsOwn() throws IOException {
        Path file = write("locked.txt", "x");
        List<DroppedFile> files = rested();
        file.toFile().setReadable(false, false);
        assumeFalse(Files.isReadable(file), "root may read everything");

        assertThatThrownBy(() -> dropFolder.claim(files.getFirst()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void fullDiskIsSaidWithWhatToDo() throws IOException {
        DropFolder full = new DropFolder(new TestDropConfig(folder, Long.MAX_VALUE), clock);

        assertThatThrownBy(full::requireRoom)
                .isInstanceOf(FreeSpace.DiskFull.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("drop.free-space-min");
        dropFolder.requireRoom();
        assertThat(FreeSpace.isLacking(new IOException("/a/b: No space left on device"))).isTrue();
        assertThat(FreeSpace.isLacking(new IOException("/a/b: Permission denied"))).isFalse();
    }

    @Test
    void whatWasPutAwayWithoutAReceiptIsFoundAndTold() throws IOException {
        write("报/2026-01-15/3.txt", "x");
        dropFolder.done(claimed(), "{}");
        write("scan.pdf", "y");
        dropFolder.reject(claimed(), "not text", "{}");
        assertThat(dropFolder.withoutReceipt()).isEmpty();
        Path day = folder.resolve("done").resolve(LocalDate.now(clock).toString());
        Files.delete(day.resolve("报/2026-01-15/3.txt.receipt.json"));
        Files.delete(folder.resolve("rejected/scan.pdf.receipt.json"));
        Files.delete(folder.resolve("rejected/scan.pdf.reason.txt"));

        List<PutAway> without = dropFolder.withoutReceipt();

        assertThat(without)
                .extracting(PutAway::name)
                .containsExactly("报/2026-01-15/3.txt", "scan.pdf");
        assertThat(without.getFirst().sha256())
                .isEqualTo(RawFile.of("", "x".getBytes(StandardCharsets.UTF_8)).sha256());
        dropFolder.tell(without.getFirst(), "{\"a\":1}", Optional.empty());
        dropFolder.tell(without.getLast(), "{\"b\":1}", Optional.of("not text"));
        assertThat(dropFolder.withoutReceipt()).isEmpty();
        assertThat(folder.resolve("rejected/scan.pdf.reason.txt")).hasContent("not text");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<DroppedFile> rested() throws IOException {
        dropFolder.rested();
        clock.forward(Duration.ofSeconds(1));
        return dropFolder.rested();
    }

    private ClaimedFile claimed() throws IOException {
        return switch (dropFolder.claim(rested().getFirst())) {
            case Claim.Claimed(ClaimedFile file) -> file;
            case Claim.NotYet(String why) -> throw new AssertionError(why);
        };
    }

    private static List<String> names(List<DroppedFile> files) {
        return files.stream().map(DroppedFile::name).toList();
    }
}
