package org.broadsheet.ingest.issue;

import java.util.ArrayList;
import java.util.List;

/// What people said of a file, apart from its bytes. Kept with it, so that reading it again needs
/// neither the folder nor the person.
///
/// @param fields given with an upload, or set by hand since
/// @param sidecars that lay beside it, the nearest first
public record Told(IssueMetadata fields, List<Sidecar> sidecars) {
    public static final Told NOTHING = new Told(IssueMetadata.UNKNOWN, List.of());

    public Told {
        sidecars = List.copyOf(sidecars);
    }

    /// What is said now, and what was said before and is not taken back: a sidecar that lies there
    /// no longer still counts, one of the same name is replaced.
    public Told after(Told before) {
        List<Sidecar> all = new ArrayList<>(sidecars);
        for (Sidecar old : before.sidecars()) {
            if (all.stream().noneMatch(now -> now.name().equals(old.name()))) {
                all.add(old);
            }
        }
        return new Told(fields.orElse(before.fields()), all);
    }
}
