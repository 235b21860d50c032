package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Markup that prints nothing of an article: rules (`---`), images (`![…](…)`), comments.
final class MarkdownMatter implements Recogniser {
    private static final Pattern RULE = Pattern.compile("(?:[-*_=]\\s?){3,}");
    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]{0,200}\\]\\([^)]{0,500}\\)");
    private static final Pattern COMMENT = Pattern.compile("<!--.{0,500}-->|</?[a-z]+[^>]{0,200}>");

    @Override
    public String signs() {
        return "-*_=!<";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        if ("-*_=!<".indexOf(Glyphs.first(text)) < 0) {
            return null;
        }
        if (RULE.matcher(text).matches()) {
            return new Cue.PageLine("rule");
        }
        if (IMAGE.matcher(text).matches()) {
            return new Cue.PageLine("image");
        }
        return COMMENT.matcher(text).matches() ? new Cue.PageLine("markup") : null;
    }
}
