package org.broadsheet.ingest.drop;

import java.nio.charset.Charset;
import java.util.List;
import org.broadsheet.ingest.parse.PageText;

/// An issue file as text.
///
/// @param charset its bytes are in
/// @param pages of the text, in file order, never empty
public record IssueFile(RawFile raw, Charset charset, String text, List<PageText> pages) {
    public IssueFile {
        pages = List.copyOf(pages);
        if (pages.isEmpty()) {
            throw new IllegalArgumentException("an issue file has a page: " + raw.name());
        }
    }
}
