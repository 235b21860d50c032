package org.broadsheet.ingest.parse.quality;

import java.util.ArrayList;
import java.util.List;

/// The text of a page as it grows line by line.
final class Sheet {
    private static final String NEVER_FIRST = "，。、；：！？”’》）」』,.;:!?)…";
    private static final String NEVER_LAST = "“‘《（「『(";

    private final List<String> lines = new ArrayList<>();

    /// Adds a line; comes out: its number.
    int line(String text) {
        lines.add(text);
        return lines.size();
    }

    void blank() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /// Breaks a text into lines as wide as the column, the first shorter by the indent; closing
    /// marks never begin a line and opening marks never end one.
    static List<String> wrap(String text, int width, int indent) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double room = width - indent;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            double needs = c < 0x80 ? 0.5 : 1;
            boolean number = c < 0x80 && i > 0 && text.charAt(i - 1) < 0x80;
            if (room < needs && NEVER_FIRST.indexOf(c) < 0 && !number && !line.isEmpty()) {
                int keep = line.length();
                while (keep > 1 && NEVER_LAST.indexOf(line.charAt(keep - 1)) >= 0) {
                    keep--;
                }
                String carried = line.substring(keep);
                wrapped.add(line.substring(0, keep));
                line = new StringBuilder(carried);
                room = width - carried.length();
            }
            line.append(c);
            room -= needs;
        }
        wrapped.add(line.toString());
        return wrapped;
    }
}
