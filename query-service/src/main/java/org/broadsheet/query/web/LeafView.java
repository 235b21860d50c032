package org.broadsheet.query.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.query.archive.RebuiltPage;
import org.broadsheet.query.archive.RebuiltPage.Piece;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.web.LineRuns.Run;
import org.jspecify.annotations.Nullable;

/// A page line by line, each article in a tint of its own.
record LeafView(RebuiltPage page, Visit visit) {
    /// One article of the contents.
    ///
    /// @param number its place on the page, from 1
    /// @param kind null for an ordinary article
    record Entry(
            int number,
            int tint,
            String href,
            @Nullable String headline,
            @Nullable String standIn,
            @Nullable String kind,
            @Nullable String column) {}

    public List<Run> runs() {
        return LineRuns.of(page, visit.language());
    }

    public List<Entry> contents() {
        List<Entry> entries = new ArrayList<>();
        for (Piece piece : page.articles()) {
            int number = entries.size() + 1;
            entries.add(
                    new Entry(
                            number,
                            (number - 1) % 8 + 1,
                            visit.href(Address.ofArticle(piece.id())),
                            piece.headline(),
                            piece.standIn(),
                            piece.kind() == ArticleKind.ARTICLE ? null : piece.kind().word(),
                            piece.column()));
        }
        return entries;
    }

    public List<Trouble> remarks() {
        return page.diagnostics().stream()
                .map(odd -> Trouble.ofPage(odd.message(), visit.language()))
                .toList();
    }

    public String hrefOf(int number) {
        return visit.href(Address.ofArticle(page.articles().get(number - 1).id()));
    }

    public @Nullable String day() {
        LocalDate date = page.date();
        return date == null ? null : visit.day(date);
    }

    /// Its newspaper as addresses know it.
    public @Nullable String newspaper() {
        String name = page.newspaper();
        return name != null ? name : page.code();
    }

    public @Nullable String newspaperHref() {
        String newspaper = newspaper();
        return newspaper == null ? null : visit.to("newspapers", newspaper);
    }

    /// The issue it is of, where newspaper and day are known.
    public @Nullable String issueHref() {
        String newspaper = newspaper();
        LocalDate date = page.date();
        return newspaper == null || date == null
                ? null
                : visit.to("newspapers", newspaper, date.toString());
    }

    /// Lines with text.
    public long lines() {
        return page.lines().stream().filter(line -> !line.isBlank()).count();
    }

    public int unplaced() {
        return page.unplaced().stream().mapToInt(s -> s.last() - s.first() + 1).sum();
    }
}
