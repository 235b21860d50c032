package org.broadsheet.ingest.metadata;

/// Metadata that was given but can't be read. The reason says where, what and what to do.
public final class MetadataProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    MetadataProblem(String reason) {
        super(reason);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
