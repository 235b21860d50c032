package org.broadsheet.ingest.metadata;

import org.broadsheet.ingest.issue.Rejection;

/// Metadata that was given but can't be read.
public final class MetadataProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Rejection why;

    MetadataProblem(Rejection why) {
        super(why.words());
        this.why = why;
    }

    public Rejection why() {
        return why;
    }
}
