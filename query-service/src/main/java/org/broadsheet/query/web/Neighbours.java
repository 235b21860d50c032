package org.broadsheet.query.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.query.article.Article;
import org.broadsheet.query.search.ArticleHit;
import org.broadsheet.query.search.ArticleSearch;
import org.broadsheet.query.search.Choice;
import org.broadsheet.query.search.Facet;
import org.broadsheet.query.search.Reprints;
import org.broadsheet.query.search.SearchOrder;
import org.broadsheet.query.search.SearchParameters;
import org.broadsheet.query.search.SearchQuery;
import org.jspecify.annotations.Nullable;

/// What stands near an article: on its page, in its column, by its author, on its day. Each is a
/// search of which the first hits are shown.
@ApplicationScoped
class Neighbours {
    private static final int SHOWN_MAX = 5;

    private final ArticleSearch search;

    Neighbours(ArticleSearch search) {
        this.search = search;
    }

    /// Articles that share something with another.
    ///
    /// @param what page, column, author or day
    /// @param name the column's or the author's
    /// @param all the search for all of them
    record Group(String what, String name, String all, List<HitView> hits) {}

    /// Groups with at least one article besides this one.
    List<Group> of(Article article, Visit visit) {
        List<Group> groups = new ArrayList<>();
        String title = article.title();
        LocalDate date = article.date();
        Map<Facet, Choice> sameTitle = chosen(Facet.NEWSPAPER, title);
        Map<Facet, Choice> samePage = new EnumMap<>(Facet.class);
        if (title != null && date != null && article.page() != null) {
            samePage.putAll(sameTitle);
            samePage.putAll(chosen(Facet.PAGE, article.page() + ""));
        } else {
            samePage.putAll(chosen(Facet.FILE, article.file()));
        }
        add(groups, article, visit, "page", "", query(samePage, date, SearchOrder.PAGE));
        String column = article.column();
        if (column != null) {
            SearchQuery query = query(chosen(Facet.COLUMN, column), null, SearchOrder.NEWEST);
            add(groups, article, visit, "column", column, query);
        }
        for (String author : article.authors().stream().limit(1).toList()) {
            SearchQuery query = query(chosen(Facet.AUTHOR, author), null, SearchOrder.NEWEST);
            add(groups, article, visit, "author", author, query);
        }
        if (title != null && date != null) {
            add(groups, article, visit, "day", "", query(sameTitle, date, SearchOrder.PAGE));
        }
        return groups;
    }

    private static Map<Facet, Choice> chosen(Facet facet, @Nullable String value) {
        return value == null ? Map.of() : Map.of(facet, new Choice(List.of(value), List.of()));
    }

    private static SearchQuery query(
            Map<Facet, Choice> choices, @Nullable LocalDate date, SearchOrder order) {
        return new SearchQuery(
                "",
                date,
                date,
                choices,
                List.of(),
                SearchParameters.FACET_SIZE,
                order,
                0,
                SHOWN_MAX + 1,
                Reprints.TOGETHER,
                null);
    }

    private void add(
            List<Group> groups,
            Article article,
            Visit visit,
            String what,
            String name,
            SearchQuery query) {
        List<ArticleHit> others =
                search.find(query, visit.language()).hits().stream()
                        .filter(hit -> !hit.id().equals(article.id()))
                        .limit(SHOWN_MAX)
                        .toList();
        if (!others.isEmpty()) {
            groups.add(
                    new Group(
                            what,
                            name,
                            visit.href(Address.of(query, SHOWN_MAX + 1)),
                            others.stream().map(hit -> new HitView(hit, visit)).toList()));
        }
    }
}
