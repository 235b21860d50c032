package org.broadsheet.ingest.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.ingest.issue.Rejection;
import org.broadsheet.ingest.issue.Rejection.Kind;
import org.broadsheet.ingest.parse.PageText;

/// Turns the bytes of a file into page texts, or says why that can't be done.
@ApplicationScoped
public class IssueFileReader {
    private static final List<String> ENDINGS = List.of(".txt", ".md");

    private final DropConfig config;

    IssueFileReader(DropConfig config) {
        this.config = config;
    }

    public ReadResult read(RawFile raw) {
        String name = raw.name().toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            return rejected(Kind.ENDING, String.join(", ", ENDINGS));
        }
        if (raw.size() == 0) {
            return rejected(Kind.EMPTY);
        }
        long max = config.fileSizeMax().asLongValue();
        if (raw.size() > max) {
            return rejected(Kind.TOO_LARGE, raw.size(), max);
        }
        return decode(raw);
    }

    private ReadResult decode(RawFile raw) {
        TextDecoder.Decoded decoded = TextDecoder.decode(raw.bytes());
        if (decoded == null) {
            return rejected(Kind.CHARSET);
        }
        String text = decoded.text();
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return rejected(Kind.BINARY, nul + 1);
        }
        return beyond(text)
                .<ReadResult>map(ReadResult.Rejected::new)
                .orElseGet(() -> split(raw, decoded));
    }

    /// The limit that the text of a file is beyond, and what to do; empty if there is none, or if
    /// the bytes are no text.
    public Optional<Rejection> beyondLimits(byte[] bytes) {
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
        return decoded == null ? Optional.empty() : beyond(decoded.text());
    }

    /// Judged before anything is built from the text.
    private Optional<Rejection> beyond(String text) {
        long pages = 1 + text.chars().filter(c -> c == '\f').count();
        if (pages > config.pagesMax()) {
            return Optional.of(Rejection.of(Kind.PAGES, pages, config.pagesMax()));
        }
        long lines = 1 + text.chars().filter(c -> c == '\n' || c == '\r').count();
        if (lines > config.linesMax()) {
            return Optional.of(Rejection.of(Kind.LINES, lines, config.linesMax()));
        }
        int longest = longestLine(text);
        if (longest > config.lineLengthMax()) {
            return Optional.of(Rejection.of(Kind.LINE_LENGTH, longest, config.lineLengthMax()));
        }
        return Optional.empty();
    }

    private static int longestLine(String text) {
        int longest = 0;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || "\n\r\f".indexOf(text.charAt(i)) >= 0) {
                longest = Math.max(longest, i - begin);
                begin = i + 1;
            }
        }
        return longest;
    }

    private static ReadResult split(RawFile raw, TextDecoder.Decoded decoded) {
        List<PageText> pages = PageText.pagesOf(decoded.text());
        boolean blank = pages.stream().allMatch(page -> page.linesToPlace().isEmpty());
        if (blank) {
            return rejected(Kind.BLANK);
        }
        return new ReadResult.Read(new IssueFile(raw, decoded.charset(), decoded.text(), pages));
    }

    private static ReadResult rejected(Kind kind, Object... values) {
        return new ReadResult.Rejected(Rejection.of(kind, values));
    }
}
