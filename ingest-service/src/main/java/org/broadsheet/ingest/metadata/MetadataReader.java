package org.broadsheet.ingest.metadata;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Sidecar;
import org.broadsheet.ingest.issue.Told;

/// Finds out which newspaper, date and page a file is of. Asked in this order, field by field: what
/// was given with the upload or set by hand, the file's own sidecar, the folder's `issue.yaml`,
/// front matter, the file's name, and what the page prints. What none of them says stays unknown.
@ApplicationScoped
public class MetadataReader {
    private static final Pattern FRONT_MATTER =
            Pattern.compile(
                    "\\A\\uFEFF?---[ \\t]*\\R(?<yaml>.*?\\R)---[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);

    private final List<PathPattern> patterns;

    MetadataReader(MetadataConfig config) {
        this.patterns = config.pathPatterns().stream().map(PathPattern::of).toList();
    }

    /// What is said of a file as a whole.
    ///
    /// @param name path inside the drop folder
    /// @param told apart from the text
    /// @param text of the file
    /// @throws MetadataProblem if a sidecar can't be read
    public FileMetadata read(String name, Told told, String text) throws MetadataProblem {
        List<Clue> clues = new ArrayList<>();
        clues.add(new Clue(told.fields(), "the keeper"));
        for (Sidecar sidecar : told.sidecars()) {
            clues.add(
                    new Clue(YamlMetadata.sidecar(sidecar.text(), sidecar.name()), sidecar.name()));
        }
        Matcher front = FRONT_MATTER.matcher(text);
        if (front.find()) {
            clues.add(new Clue(YamlMetadata.frontMatter(front.group("yaml")), "the front matter"));
        }
        patterns.stream()
                .map(pattern -> pattern.read(name))
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(said -> clues.add(new Clue(said, "the file's name")));
        return new FileMetadata(clues);
    }

    /// What was said of a file, to be completed by what each of its pages prints.
    public static final class FileMetadata {
        private final List<Clue> clues;

        private FileMetadata(List<Clue> clues) {
            this.clues = List.copyOf(clues);
        }

        /// @param furniture of one page
        /// @param pages how many the file has: of several, what is said of *the* page is true of
        ///   none
        public PageMetadata ofPage(List<Furniture> furniture, int pages) {
            List<Clue> all = new ArrayList<>();
            for (Clue clue : clues) {
                IssueMetadata says = pages == 1 ? clue.says() : clue.says().ofIssue();
                all.add(new Clue(says, clue.by()));
            }
            all.add(new Clue(PrintedMetadata.of(furniture), "the page"));
            return PageMetadata.of(all);
        }
    }
}
