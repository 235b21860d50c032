package org.broadsheet.query.article;

/// The index gave no whole answer. Never turned into an empty or a short list: a reader would take
/// that for the truth.
public final class IndexUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// What is wrong, in the words of the failure table.
    public enum Reason {
        /// Nothing answers at the address, or what answers refuses.
        AWAY("Elasticsearch cannot be reached or refuses to answer"),
        /// Elasticsearch is there, the alias is not.
        INDEX_MISSING("the index of articles does not exist yet"),
        /// No answer within `search.deadline`.
        TIMED_OUT("Elasticsearch did not answer in time"),
        /// Some shards did not answer, so hits would be missing.
        PARTIAL("a part of the index did not answer");

        private final String description;

        Reason(String description) {
            this.description = description;
        }

        public String description() {
            return description;
        }
    }

    public IndexUnavailable(Reason reason, String detail) {
        super(reason.description() + ": " + detail);
        this.reason = reason;
    }

    IndexUnavailable(Reason reason, Throwable cause) {
        super(reason.description() + ": " + cause.getMessage(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
