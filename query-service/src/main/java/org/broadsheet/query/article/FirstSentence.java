package org.broadsheet.query.article;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The first sentence of a text: up to its full stop with the quotation marks that close after it,
/// or a line's end; cut with an ellipsis where it runs on.
public final class FirstSentence {
    private static final int CODE_POINTS_MAX = 60;
    private static final String ENDS = "。！？!?…";
    private static final String CLOSERS = "”’」』）)》";

    private FirstSentence() {}

    public static Optional<String> of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        int[] points = text.strip().codePoints().toArray();
        int end = end(points);
        if (end <= CODE_POINTS_MAX) {
            return Optional.of(new String(points, 0, end).strip());
        }
        return Optional.of(new String(points, 0, CODE_POINTS_MAX).strip() + "…");
    }

    private static int end(int[] points) {
        int at = 0;
        while (at < points.length && points[at] != '\n') {
            if (ENDS.indexOf(points[at++]) >= 0) {
                while (at < points.length && (ENDS + CLOSERS).indexOf(points[at]) >= 0) {
                    at++;
                }
                return at;
            }
        }
        return at;
    }
}
