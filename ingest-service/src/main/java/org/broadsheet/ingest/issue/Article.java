package org.broadsheet.ingest.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One piece of a page as a reader of the printed page would see it. A field that the page does not
/// print is null or empty: nothing is made up.
///
/// @param column standing rubric (栏目)
/// @param kicker line above the headline (引题)
/// @param headline main heading (主题); null where it stands nowhere in the text
/// @param deck line below the headline (副题)
/// @param byline who wrote it
/// @param dateline place in front of 讯 or 电
/// @param source publication that it is reprinted from (转自…)
/// @param credit closing signature or organisation that contributed it
/// @param continuedFrom page that a jump line names (上接第一版)
/// @param continuedTo page that a jump line names (下转第四版)
/// @param body paragraphs and subheads in reading order
/// @param lines every line of the article, whatever its role, in file order
public record Article(
        ArticleKind kind,
        @Nullable Found<String> column,
        @Nullable Found<String> kicker,
        @Nullable Found<String> headline,
        @Nullable Found<String> deck,
        @Nullable Found<List<Contributor>> byline,
        @Nullable Found<String> dateline,
        @Nullable Found<String> source,
        @Nullable Found<String> credit,
        @Nullable Found<Integer> continuedFrom,
        @Nullable Found<Integer> continuedTo,
        List<BodyPart> body,
        List<Caption> captions,
        List<LineSpan> lines) {
    public Article {
        body = List.copyOf(body);
        captions = List.copyOf(captions);
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an article stands on at least one line");
        }
    }
}
