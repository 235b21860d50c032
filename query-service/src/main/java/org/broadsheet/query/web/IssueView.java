package org.broadsheet.query.web;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.issue.Contents;
import org.jspecify.annotations.Nullable;

/// What stands in an issue, or on one page of it.
///
/// @param leaf the text of the page, where one page is shown and the archive answers
record IssueView(Contents contents, @Nullable LeafView leaf, Visit visit) {
    /// @param href null for a page without a number
    record PageView(
            @Nullable Integer number,
            @Nullable String name,
            @Nullable String href,
            List<EntryView> articles) {}

    /// One article.
    record EntryView(Contents.Entry entry, String href) {
        public @Nullable String kind() {
            ArticleKind kind = entry.kind();
            return kind == null || kind == ArticleKind.ARTICLE ? null : kind.word();
        }
    }

    /// Whether one page is shown.
    public boolean isSingle() {
        return visit.here().path().matches("/newspapers/[^/]+/[^/]+/[^/]+");
    }

    public String newspaper() {
        return contents.newspaper();
    }

    public String newspaperHref() {
        return visit.href(
                Address.of("newspapers", contents.newspaper())
                        .with("year", contents.date().getYear()));
    }

    public String issueHref() {
        return of(contents.date());
    }

    public String day() {
        return visit.day(contents.date());
    }

    public List<PageView> pages() {
        return contents.pages().stream()
                .map(
                        page ->
                                new PageView(
                                        page.number(),
                                        page.name(),
                                        href(page),
                                        page.articles().stream()
                                                .map(
                                                        entry ->
                                                                new EntryView(
                                                                        entry,
                                                                        visit.href(
                                                                                Address.ofArticle(
                                                                                        entry
                                                                                                .id()))))
                                                .toList()))
                .toList();
    }

    private @Nullable String href(Contents.Page page) {
        Integer number = page.number();
        String id = page.id();
        if (number != null) {
            return ofPage(number);
        }
        return id == null ? null : visit.to("pages", id);
    }

    /// Whether the issue has more articles than one page lists.
    public boolean isCut() {
        return contents.listed() < contents.total();
    }

    public int listed() {
        return contents.listed();
    }

    public long total() {
        return contents.total();
    }

    /// The search that finds all of them.
    public String allHref() {
        return visit.href(
                Address.of()
                        .with("newspaper", contents.newspaper())
                        .with("from", contents.date())
                        .with("to", contents.date())
                        .with("sort", "page")
                        .with("reprints", "apart"));
    }

    public @Nullable String previous() {
        LocalDate day = contents.previous();
        return day == null ? null : of(day);
    }

    public @Nullable String next() {
        LocalDate day = contents.next();
        return day == null ? null : of(day);
    }

    public @Nullable String previousPage() {
        Integer page = contents.previousPage();
        return page == null ? null : ofPage(page);
    }

    public @Nullable String nextPage() {
        Integer page = contents.nextPage();
        return page == null ? null : ofPage(page);
    }

    private String of(LocalDate day) {
        return visit.to("newspapers", contents.newspaper(), day.toString());
    }

    private String ofPage(int page) {
        return visit.to(
                "newspapers",
                contents.newspaper(),
                contents.date().toString(),
                Integer.toString(page));
    }
}
