package org.broadsheet.ingest.drop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            return new ReadResult.Rejected(
                    "Not an issue file: its name ends in none of "
                            + String.join(", ", ENDINGS)
                            + ". Give the text of the page as one of these and drop it again.");
        }
        if (raw.size() == 0) {
            return new ReadResult.Rejected("The file is empty. Export the page again and drop it.");
        }
        if (raw.size() > config.fileSizeMax().asLongValue()) {
            return new ReadResult.Rejected(
                    "The file has %d bytes, more than the limit of %d (drop.file-size-max). Split it by page, or raise the limit."
                            .formatted(raw.size(), config.fileSizeMax().asLongValue()));
        }
        return decode(raw);
    }

    private ReadResult decode(RawFile raw) {
        TextDecoder.Decoded decoded = TextDecoder.decode(raw.bytes());
        if (decoded == null) {
            return new ReadResult.Rejected(
                    "The text is in none of UTF-8, UTF-16 with a byte order mark, GB18030 (GBK,"
                            + " GB2312) and Big5, or it is damaged. Convert it to UTF-8 (for example:"
                            + " iconv -f GB18030 -t UTF-8) and drop it again.");
        }
        String text = decoded.text();
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return new ReadResult.Rejected(
                    "The file holds a NUL character (at character %d): it is binary, or UTF-16 without a mark. Export it as UTF-8 text and drop it again."
                            .formatted(nul + 1));
        }
        return beyond(text)
                .<ReadResult>map(ReadResult.Rejected::new)
                .orElseGet(() -> split(raw, decoded));
    }

    /// The limit that the text of a file is beyond, and what to do; empty if there is none, or if
    /// the bytes are no text.
    public Optional<String> beyondLimits(byte[] bytes) {
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes);
        return decoded == null ? Optional.empty() : beyond(decoded.text());
    }

    /// Judged before anything is built from the text.
    private Optional<String> beyond(String text) {
        long pages = 1 + text.chars().filter(c -> c == '\f').count();
        if (pages > config.pagesMax()) {
            return Optional.of(
                    "The file has %d pages, more than the limit of %d (drop.pages-max). Split it, or raise the limit."
                            .formatted(pages, config.pagesMax()));
        }
        long lines = 1 + text.chars().filter(c -> c == '\n' || c == '\r').count();
        if (lines > config.linesMax()) {
            return Optional.of(
                    "The file has %d lines, more than the limit of %d (drop.lines-max). Split it by page, or raise the limit."
                            .formatted(lines, config.linesMax()));
        }
        int longest = longestLine(text);
        if (longest > config.lineLengthMax()) {
            return Optional.of(
                    "The file has a line of %d characters, more than the limit of %d (drop.line-length-max). Export it with its line breaks, or raise the limit."
                            .formatted(longest, config.lineLengthMax()));
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
            return new ReadResult.Rejected(
                    "The file holds no text, only blank lines. Export the page again and drop it.");
        }
        return new ReadResult.Read(new IssueFile(raw, decoded.charset(), decoded.text(), pages));
    }
}
