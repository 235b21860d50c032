package org.broadsheet.query.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.query.archive.LedgerFile;
import org.broadsheet.query.archive.Rejection;
import org.jspecify.annotations.Nullable;

/// One file of the ledger.
record FileView(LedgerFile file, Visit visit) {
    private static final Set<String> BAD = Set.of("rejected", "withdrawn");

    /// @param at null where it has not come so far
    record Step(String name, @Nullable String at) {}

    /// A page with its articles.
    record PageView(
            LedgerFile.Page page,
            String href,
            @Nullable String day,
            long lines,
            List<PieceView> pieces) {}

    /// @param at when searches found it, or else when it was stored
    record PieceView(
            LedgerFile.Piece piece, String href, @Nullable String at, @Nullable Trouble trouble) {}

    /// Why it was rejected; null where it was not.
    public @Nullable Trouble reason() {
        Rejection why = file.rejection();
        if (why == null) {
            return null;
        }
        return why.isKnown()
                ? new Trouble(why.words().in(visit.language()), null)
                : Trouble.ofReading(why.english(), visit.language());
    }

    public String href() {
        return visit.to("desk", "files", Long.toString(file.id()));
    }

    /// A class of the style: done, bad, or neither.
    public String mood() {
        if (BAD.contains(file.state())) {
            return "bad";
        }
        return file.state().equals("indexed") ? "done" : "waiting";
    }

    public String size() {
        return "%,d B".formatted(file.bytes());
    }

    public String receivedAt() {
        return visit.moment(file.receivedAt());
    }

    public List<Step> steps() {
        return List.of(
                new Step("received", receivedAt()),
                new Step("parsed", at(file.parsedAt())),
                new Step("stored", at(file.storedAt())),
                new Step("published", at(file.publishedAt())),
                new Step("indexed", at(file.indexedAt())));
    }

    /// Whether the steps are the file's way; a duplicate, say, goes none of it.
    public boolean isOnItsWay() {
        return file.isUnderWay() || file.state().equals("indexed");
    }

    public boolean isStored() {
        return isOnItsWay() && !file.state().equals("received");
    }

    public boolean isWithdrawn() {
        return file.state().equals("withdrawn");
    }

    /// Whether it is being read for the first time: the page is worth another look soon.
    public boolean isAwaited() {
        return file.state().equals("received") && file.attempts() == 0;
    }

    /// Whether it may be tried again, or a better one be brought: it was rejected, or is being
    /// tried once more.
    public boolean isToBeMended() {
        return file.state().equals("rejected")
                || (file.state().equals("received") && file.attempts() > 0);
    }

    public boolean isUnpacked() {
        return file.state().equals("unpacked");
    }

    /// How many files of a `.zip` are in a state.
    record Part(String state, int count) {}

    public List<Part> parts() {
        return file.parts().entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    public String differenceHref() {
        return visit.to("desk", "files", Long.toString(file.id()), "difference");
    }

    public String partsHref() {
        return visit.href(
                new Address("/desk/files", Map.of("partOf", List.of(Long.toString(file.id())))));
    }

    public String searchHref() {
        return visit.href(
                new Address("/", Map.of("file", List.of(file.name()))).with("sort", "page"));
    }

    public List<PageView> pages() {
        return file.pages().stream()
                .map(
                        page -> {
                            LocalDate date = page.date();
                            return new PageView(
                                    page,
                                    visit.to("pages", page.id()),
                                    date == null ? null : visit.day(date),
                                    page.lines(),
                                    page.articles().stream().map(this::piece).toList());
                        })
                .toList();
    }

    private PieceView piece(LedgerFile.Piece piece) {
        Instant last = piece.indexedAt() == null ? piece.storedAt() : piece.indexedAt();
        return new PieceView(
                piece,
                visit.href(Address.ofArticle(piece.id())),
                at(last),
                trouble(piece.lastError()));
    }

    /// The last attempt in vain, where the reason does not tell it.
    public @Nullable Trouble trouble() {
        return Objects.equals(file.lastError(), file.reason()) ? null : trouble(file.lastError());
    }

    private @Nullable Trouble trouble(@Nullable String error) {
        return error == null ? null : Trouble.ofAttempt(error, visit.language());
    }

    private @Nullable String at(@Nullable Instant moment) {
        return moment == null ? null : visit.moment(moment);
    }
}
