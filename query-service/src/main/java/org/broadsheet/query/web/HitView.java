package org.broadsheet.query.web;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.search.ArticleHit;
import org.jspecify.annotations.Nullable;

/// One hit of the list.
record HitView(ArticleHit hit, Visit visit) {
    public String href() {
        return visit.href(Address.ofArticle(hit.id()));
    }

    /// The headline with its marks, as HTML that the search has escaped; null where there are none.
    public @Nullable String markedHeadline() {
        List<String> marked = hit.highlights().headline();
        return marked.isEmpty() ? null : marked.getFirst();
    }

    /// A place in the body.
    ///
    /// @param html that the search has escaped
    /// @param cut whether it ends within a sentence
    record Snippet(String html, boolean cut) {
        private static final int CUT_LENGTH_MIN = 50;
        private static final Pattern END = Pattern.compile(".*[。！？…；：”』」）.!?]", Pattern.DOTALL);

        /// What belongs to the words before, as a place that begins behind a comma shows it.
        private static final Pattern TAIL = Pattern.compile("^[\\s，。、；：？！…”’」』）]+");

        /// A whole body that is short need not end like a sentence.
        static Snippet of(String found) {
            String html = TAIL.matcher(found).replaceFirst("");
            String text = html.replaceAll("</?em>", "").strip();
            boolean isWhole = text.length() < CUT_LENGTH_MIN || END.matcher(text).matches();
            return new Snippet(html, !isWhole);
        }
    }

    /// The mere beginning of the body is left out where the stand-in already says it.
    public List<Snippet> snippets() {
        return hit.highlights().body().stream()
                .filter(text -> hit.headline() != null || text.contains("<em>"))
                .map(Snippet::of)
                .toList();
    }

    public List<PrintingView> printedIn() {
        return hit.printedIn().stream().map(p -> new PrintingView(p, visit)).toList();
    }

    /// Printings beyond those that are named.
    public long unnamed() {
        return hit.printings() - 1 - hit.printedIn().size();
    }

    /// Said only of what is not an ordinary article.
    public @Nullable String kind() {
        return hit.kind() == ArticleKind.ARTICLE ? null : hit.kind().word();
    }

    /// Its page, where newspaper, day and number are known.
    public @Nullable String pageHref() {
        String title = hit.title();
        return title == null || hit.date() == null || hit.page() == null
                ? null
                : visit.to("newspapers", title, hit.date() + "", hit.page() + "");
    }

    public @Nullable String day() {
        LocalDate date = hit.date();
        return date == null ? null : visit.day(date);
    }
}
