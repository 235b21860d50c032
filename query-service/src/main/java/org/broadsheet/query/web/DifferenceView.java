package org.broadsheet.query.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.query.archive.FileDifference;
import org.jspecify.annotations.Nullable;

/// What reading a file again would change.
record DifferenceView(FileDifference difference, Visit visit) {
    private static final int SHOWN_MAX = 1000;

    /// @param href null for one that is not there yet
    record ArticleView(String id, @Nullable String href, String change, List<FieldView> fields) {}

    /// A field before and after, as text.
    record FieldView(String name, @Nullable String before, @Nullable String after) {}

    public List<ArticleView> articles() {
        return difference.articles().stream()
                .map(
                        article ->
                                new ArticleView(
                                        article.id(),
                                        article.change().equals("new")
                                                ? null
                                                : visit.href(Address.ofArticle(article.id())),
                                        article.change(),
                                        article.fields().stream().map(this::field).toList()))
                .toList();
    }

    /// Why it can't be read any more; null where it can.
    public @Nullable Trouble problem() {
        String problem = difference.problem();
        return problem == null ? null : Trouble.ofReading(problem, visit.language());
    }

    public int changed() {
        return difference.articles().size();
    }

    public String fileHref() {
        return visit.to("desk", "files", Long.toString(difference.file()));
    }

    private FieldView field(FileDifference.Field field) {
        return new FieldView(
                RebuildingWords.field(field.name()).in(visit.language()),
                text(field.before()),
                text(field.after()));
    }

    /// The words of what has words, the JSON of the rest.
    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        boolean isOfTexts = value.isArray() && !value.isEmpty() && value.get(0).has("text");
        String text =
                isOfTexts
                        ? value.valueStream()
                                .map(part -> part.path("text").asText())
                                .collect(Collectors.joining("\n"))
                        : value.isTextual() ? value.asText() : value.toString();
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }
}
