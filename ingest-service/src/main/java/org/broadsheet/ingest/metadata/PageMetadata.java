package org.broadsheet.ingest.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.jspecify.annotations.Nullable;

/// What all sources together say of a page.
///
/// @param conflicts what they disagree about, in words, and whose word counts
public record PageMetadata(IssueMetadata metadata, List<String> conflicts) {
    public PageMetadata {
        conflicts = List.copyOf(conflicts);
    }

    /// Takes each field from the first source that has it.
    static PageMetadata of(List<Clue> clues) {
        IssueMetadata metadata = IssueMetadata.UNKNOWN;
        for (Clue clue : clues) {
            metadata = metadata.orElse(clue.says());
        }
        List<String> conflicts = new ArrayList<>();
        conflicts("newspaper", IssueMetadata::titleName, clues, conflicts);
        conflicts("date", IssueMetadata::date, clues, conflicts);
        conflicts("edition", IssueMetadata::edition, clues, conflicts);
        conflicts("page number", IssueMetadata::pageNumber, clues, conflicts);
        conflicts("page name", IssueMetadata::pageName, clues, conflicts);
        return new PageMetadata(metadata, conflicts);
    }

    private static void conflicts(
            String what,
            Function<IssueMetadata, @Nullable Object> field,
            List<Clue> clues,
            List<String> conflicts) {
        List<Clue> saying =
                clues.stream().filter(clue -> field.apply(clue.says()) != null).toList();
        for (Clue other : saying.isEmpty() ? saying : saying.subList(1, saying.size())) {
            Clue first = saying.getFirst();
            if (!Objects.equals(field.apply(first.says()), field.apply(other.says()))) {
                conflicts.add(
                        "%s: %s says %s, %s says %s; the first counts"
                                .formatted(
                                        what,
                                        first.by(),
                                        field.apply(first.says()),
                                        other.by(),
                                        field.apply(other.says())));
            }
        }
    }
}
