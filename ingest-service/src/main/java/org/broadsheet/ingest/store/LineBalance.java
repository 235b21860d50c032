package org.broadsheet.ingest.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;

/// Where the non-blank lines of a page went. Throws if a line went nowhere, or to two places: then
/// the parser is broken, and the page must not be stored as if it were whole.
public record LineBalance(int lines, int article, int furniture, int unplaced) {
    /// @param lines numbers of the page's non-blank lines
    public static LineBalance of(
            List<Integer> lines,
            List<Article> articles,
            List<Furniture> furniture,
            List<LineSpan> unplaced) {
        Set<Integer> open = new HashSet<>(lines);
        int all = open.size();
        Set<Integer> placed = new HashSet<>();
        int inArticles = 0;
        for (Article article : articles) {
            inArticles += place(article.lines(), open, placed);
        }
        int inFurniture = 0;
        for (Furniture piece : furniture) {
            inFurniture += place(piece.lines(), open, placed);
        }
        int left = place(unplaced, open, placed);
        if (!open.isEmpty()) {
            throw new IllegalStateException("lines in no place: " + open);
        }
        return new LineBalance(all, inArticles, inFurniture, left);
    }

    private static int place(List<LineSpan> spans, Set<Integer> open, Set<Integer> placed) {
        int count = 0;
        for (LineSpan span : spans) {
            for (int line = span.first(); line <= span.last(); line++) {
                if (open.remove(line)) {
                    placed.add(line);
                    count++;
                } else if (placed.contains(line)) {
                    throw new IllegalStateException("line in two places: " + line);
                }
            }
        }
        return count;
    }
}
