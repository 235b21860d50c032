package org.broadsheet.query.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.query.article.Article;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.article.Evidence;
import org.broadsheet.query.article.LineSpan;
import org.broadsheet.query.search.ArticleHit;
import org.broadsheet.query.search.Printings;
import org.jspecify.annotations.Nullable;

/// What the article's page shows: the article as printed, and where each part was found.
///
/// @param others other printings of its text
/// @param alike similar articles
/// @param near articles of the same page, column, author and day
/// @param site where readers find the service
record ArticleView(
        Article article,
        Printings.Others others,
        List<ArticleHit> alike,
        List<Neighbours.Group> near,
        URI site,
        Visit visit) {
    private static final List<String> FIELDS =
            List.of(
                    "column",
                    "kicker",
                    "headline",
                    "deck",
                    "byline",
                    "dateline",
                    "source",
                    "credit",
                    "continuedFrom",
                    "continuedTo");

    /// What a reader expects of an article, so that its absence is said.
    private static final List<String> EXPECTED = List.of("headline", "byline");

    /// Needs no escapes in an address.
    private static final Pattern PLAIN_ID = Pattern.compile("[\\p{L}\\p{N}._~-]+");

    private static final int ALIKE_MAX = 5;

    /// From here on, nearly all of what is said is right.
    private static final double SURE = 0.9;

    /// One row of the table of evidence; a field the page should have and does not is `missing`.
    record Row(
            String field,
            String lines,
            String method,
            String confidence,
            boolean unsure,
            boolean missing) {}

    public @Nullable String kind() {
        return article.kind() == ArticleKind.ARTICLE ? null : article.kind().word();
    }

    public List<PrintingView> printedIn() {
        return others.named().stream().map(p -> new PrintingView(p, visit)).toList();
    }

    /// A place of print with the page that lists what else stands there; null where it is unknown.
    public @Nullable String newspaperHref() {
        String title = article.title();
        return title == null ? null : visit.to("newspapers", title);
    }

    public @Nullable String dayHref() {
        String title = article.title();
        LocalDate date = article.date();
        return title == null || date == null
                ? null
                : visit.to("newspapers", title, date.toString());
    }

    public @Nullable String pageHref() {
        String pageId = article.pageId();
        return pageId == null ? null : visit.to("pages", pageId);
    }

    /// Its address for citing: in no language.
    public String canonical() {
        return Address.ofArticle(article.id()).href();
    }

    /// The same with the host, for use elsewhere.
    public String address() {
        return site.resolve(canonical()).toString();
    }

    /// The same for people: browsers take it as well, so letters of any script stand as they are.
    public String shownAddress() {
        return PLAIN_ID.matcher(article.id()).matches()
                ? site.resolve("/articles/") + article.id()
                : address();
    }

    /// Names of one kind in the text, each a search.
    record Names(String facet, List<String> names) {}

    public List<Names> named() {
        return List.of(
                        new Names("person", article.persons()),
                        new Names("place", article.places()),
                        new Names("org", article.organisations()))
                .stream()
                .filter(group -> !group.names().isEmpty())
                .toList();
    }

    public String rebuiltHref() {
        return visit.to("articles", article.id(), "rebuilt");
    }

    /// How often the text was printed in all.
    public long printings() {
        return others.count() + 1;
    }

    /// Printings beyond those that are named.
    public long unnamed() {
        return others.count() - others.named().size();
    }

    public List<HitView> similar() {
        return alike.stream().limit(ALIKE_MAX).map(hit -> new HitView(hit, visit)).toList();
    }

    public @Nullable String day() {
        LocalDate date = article.date();
        return date == null ? null : visit.day(date);
    }

    /// Every field found, in the order of print, and the headline in any case.
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String field : FIELDS) {
            Evidence evidence = article.fields().get(field);
            if (evidence != null) {
                rows.add(
                        new Row(
                                field,
                                lines(evidence.lines()),
                                RebuildingWords.method(evidence.method()).in(visit.language()),
                                percent(evidence.confidence()),
                                evidence.confidence() < SURE,
                                false));
            } else if (EXPECTED.contains(field)) {
                rows.add(new Row(field, "", "", "", false, true));
            }
        }
        return rows;
    }

    public String allLines() {
        return lines(article.lines());
    }

    public String names(List<String> names) {
        return String.join("、", names);
    }

    private static String lines(List<LineSpan> spans) {
        return spans.stream().map(LineSpan::label).collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share * 100);
    }
}
