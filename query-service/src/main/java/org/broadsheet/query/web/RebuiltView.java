package org.broadsheet.query.web;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.query.archive.RebuiltPage;
import org.broadsheet.query.article.Article;
import org.broadsheet.query.article.BodyPart;
import org.broadsheet.query.article.LineSpan;
import org.jspecify.annotations.Nullable;

/// An article beside the lines of its page.
///
/// @param page null where the archive does not answer
record RebuiltView(Article article, @Nullable RebuiltPage page, Visit visit) {
    /// One paragraph or subhead.
    ///
    /// @param lines where it was found
    /// @param joined in how many pieces it stood
    record Part(String text, boolean subhead, List<Lines> lines, int joined) {}

    /// A run of lines, as people write it.
    record Lines(int first, String label) {}

    /// A field that the page does not print.
    public List<String> absent() {
        List<String> absent = new ArrayList<>();
        for (String field : List.of("headline", "byline")) {
            if (!article.fields().containsKey(field)) {
                absent.add(RebuildingWords.field(field).in(visit.language()));
            }
        }
        return absent;
    }

    public List<Part> parts() {
        return article.body().stream().map(RebuiltView::part).toList();
    }

    private static Part part(BodyPart part) {
        return new Part(
                part.text(),
                part.isSubhead(),
                part.lines().stream().map(RebuiltView::lines).toList(),
                part.lines().size());
    }

    private static Lines lines(LineSpan span) {
        return new Lines(span.first(), span.label());
    }

    public @Nullable LeafView leaf() {
        return page == null ? null : new LeafView(page, visit);
    }

    /// The article's number on its page, 0 where it is not there.
    public int number() {
        if (page == null) {
            return 0;
        }
        for (int i = 0; i < page.articles().size(); i++) {
            if (page.articles().get(i).id().equals(article.id())) {
                return i + 1;
            }
        }
        return 0;
    }

    public String articleHref() {
        return visit.href(Address.ofArticle(article.id()));
    }

    public @Nullable String pageHref() {
        return page == null ? null : visit.to("pages", page.id());
    }
}
