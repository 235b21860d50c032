package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// A turn of an interview: `问：今年的流感为什么比往年来得早？`, `答：…`, `记者：…`, `Q: …`. Each is a paragraph, and a
/// question is no subhead, short and unpunctuated as it may be.
final class Dialogue {
    private static final Pattern TURN =
            Pattern.compile("^(?:问|答|問|记者|記者|主持人|[QA]|Question|Answer)\\s?[：:].*");

    private Dialogue() {}

    static boolean begins(String line) {
        return "问答問记記主QA".indexOf(Glyphs.first(line)) >= 0 && TURN.matcher(line).matches();
    }
}
