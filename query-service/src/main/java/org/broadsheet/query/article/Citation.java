package org.broadsheet.query.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How an article is cited. What its page does not say is left out.
@Schema(description = "The article as it is cited.")
public record Citation(
        @Schema(
                        description = "GB/T 7714-2015, article of a newspaper.",
                        examples = "李明, 王小燕. 港口安静 船只待卸[N]. 边城日报, 1954-03-02(1).")
                String gbt7714,
        String bibtex,
        String ris) {
    private static final int AUTHORS_NAMED_MAX = 3;

    public static Citation of(ArticleDocument article) {
        return new Citation(gbt7714(article), bibtex(article), ris(article));
    }

    private static String gbt7714(ArticleDocument article) {
        List<String> parts = new ArrayList<>();
        if (!article.authors().isEmpty()) {
            parts.add(
                    article.authors().stream()
                                    .limit(AUTHORS_NAMED_MAX)
                                    .map(Citation::line)
                                    .collect(Collectors.joining(", "))
                            + (article.authors().size() > AUTHORS_NAMED_MAX ? ", 等" : ""));
        }
        parts.add(heading(article) + "[N]");
        List<String> print = new ArrayList<>();
        addGiven(print, article.title());
        addGiven(print, article.date());
        Integer page = article.page();
        String where = String.join(", ", print) + (page == null ? "" : "(" + page + ")");
        if (!where.isEmpty()) {
            parts.add(where);
        }
        return String.join(". ", parts) + ".";
    }

    private static String bibtex(ArticleDocument article) {
        List<String> fields = new ArrayList<>();
        if (!article.authors().isEmpty()) {
            fields.add(
                    "author = {"
                            + article.authors().stream()
                                    .map(name -> "{" + tex(name) + "}")
                                    .collect(Collectors.joining(" and "))
                            + "}");
        }
        fields.add("title = {{" + tex(heading(article)) + "}}");
        LocalDate date = article.date();
        addField(fields, "journal", article.title());
        addField(fields, "year", date == null ? null : date.getYear());
        addField(fields, "date", date);
        addField(fields, "pages", article.page());
        addField(fields, "note", article.source());
        String key = article.id().replaceAll("[^\\p{L}\\p{N}_.:/-]", "-");
        return "@article{" + key + ",\n  " + String.join(",\n  ", fields) + "\n}\n";
    }

    private static String ris(ArticleDocument article) {
        StringBuilder ris = new StringBuilder("TY  - NEWS\r\n");
        article.authors().forEach(name -> tag(ris, "AU", name));
        tag(ris, "TI", heading(article));
        tag(ris, "T2", article.title());
        LocalDate date = article.date();
        tag(ris, "PY", date == null ? null : date.getYear());
        tag(ris, "DA", date == null ? null : date.toString().replace('-', '/'));
        tag(ris, "SP", article.page());
        tag(ris, "N1", article.source());
        tag(ris, "ID", article.id());
        return ris.append("ER  - \r\n").toString();
    }

    private static String heading(ArticleDocument article) {
        String headline = article.headline();
        String heading = headline == null ? article.standIn() : headline;
        return line(Objects.requireNonNullElse(heading, article.id()));
    }

    private static void addGiven(List<String> parts, @Nullable Object value) {
        if (value != null) {
            parts.add(line(value.toString()));
        }
    }

    private static void addField(List<String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.add(name + " = {" + tex(value.toString()) + "}");
        }
    }

    private static void tag(StringBuilder ris, String tag, @Nullable Object value) {
        if (value != null) {
            ris.append(tag).append("  - ").append(line(value.toString())).append("\r\n");
        }
    }

    /// No text can begin a field of its own.
    private static String line(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    private static String tex(String text) {
        return line(text)
                .replace("\\", "\u0000")
                .replaceAll("([{}%&$#_])", "\\\\$1")
                .replace("\u0000", "\\textbackslash{}")
                .replace("^", "\\textasciicircum{}")
                .replace("~", "\\textasciitilde{}");
    }
}
