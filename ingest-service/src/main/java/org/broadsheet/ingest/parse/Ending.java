package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.issue.BodyPart;
import org.jspecify.annotations.Nullable;

/// The end of a story, where the last paragraph carries a signature (004:101), a source (000:184)
/// or a jump line behind its full stop. They become fields; the paragraph keeps its prose.
///
/// @param body the story's parts, the last without them
record Ending(
        List<BodyPart> body,
        Cue.@Nullable Signature signature,
        @Nullable String source,
        Cue.@Nullable Jump jump) {
    Ending {
        body = List.copyOf(body);
    }

    static Ending of(List<BodyPart> parts) {
        if (parts.isEmpty() || !(parts.getLast() instanceof BodyPart.Paragraph last)) {
            return new Ending(parts, null, null, null);
        }
        String text = last.text();
        Cue.Signature signature = null;
        String source = null;
        Cue.Jump jump = null;
        for (boolean found = true; found; ) {
            found = false;
            int signed = ClosingSignature.tailOf(text);
            SourceNote.Tail sourced = SourceNote.tailOf(text);
            JumpLine.Tail jumped = JumpLine.tailOf(text);
            if (jumped != null && jump == null) {
                jump = jumped.jump();
                text = Glyphs.strip(text.substring(0, jumped.at()));
                found = true;
            } else if (sourced != null && source == null) {
                source = sourced.publication();
                text = Glyphs.strip(text.substring(0, sourced.at()));
                found = true;
            } else if (signed > 0 && signature == null) {
                signature = ClosingSignature.read(text.substring(signed));
                text = Glyphs.strip(text.substring(0, signed));
                found = true;
            }
        }
        List<BodyPart> body = new ArrayList<>(parts);
        body.set(body.size() - 1, new BodyPart.Paragraph(text, last.lines()));
        return new Ending(body, signature, source, jump);
    }
}
