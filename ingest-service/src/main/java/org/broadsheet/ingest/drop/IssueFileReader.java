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
        return refusal(decoded.text())
                .<ReadResult>map(ReadResult.Rejected::new)
                .orElseGet(() -> split(raw, decoded));
    }

    /// Why a text can't be taken, judged before anything is built from it.
    private Optional<String> refusal(String text) {
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return Optional.of(
                    "The file holds a NUL character (at character %d): it is binary, or UTF-16 without a mark. Export it as UTF-8 text and drop it again."
                            .formatted(nul + 1));
        }
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
        return Optional.empty();
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
