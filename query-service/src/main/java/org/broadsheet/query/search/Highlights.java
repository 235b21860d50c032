package org.broadsheet.query.search;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What matched, as HTML: text escaped, matches between `<em>` and `</em>`.
@Schema(description = "HTML: text is escaped, what matched stands in <em>.")
public record Highlights(
        @Schema(
                        description = "The whole headline; empty where nothing in it matched.",
                        examples = "[\"高新<em>党建联盟</em>：链上\"]")
                List<String> headline,
        @Schema(
                        description =
                                "Up to two places in the body; its beginning without marks where"
                                        + " nothing in it matched.",
                        examples = "[\"“四大<em>党建联盟</em>”的成立\"]")
                List<String> body) {
    static final String OPEN = "<em>";
    static final String CLOSE = "</em>";

    private static final Pattern SPACE_AT_END = Pattern.compile("([ 　]+)" + CLOSE);

    public Highlights {
        headline = headline.stream().map(Highlights::merged).toList();
        body = body.stream().map(Highlights::merged).toList();
    }

    static Highlights of(Map<String, List<String>> marked) {
        return new Highlights(
                marked.getOrDefault(IndexField.HEADLINE.path(), List.of()),
                marked.getOrDefault(IndexField.BODY.path(), List.of()));
    }

    /// 新 and 质 marked one after the other are one mark. In 新 质 each mark ends with the space behind
    /// its character; at the end of the whole it is not marked. Text cannot forge a tag: it is
    /// escaped.
    private static String merged(String marked) {
        String joined = marked.replace(CLOSE + OPEN, "");
        return SPACE_AT_END.matcher(joined).replaceAll(CLOSE + "$1").strip();
    }
}
