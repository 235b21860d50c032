package org.broadsheet.query.article;

import org.broadsheet.query.wording.Message;

/// The index gave no whole answer. Never turned into an empty or a short list: a reader would take
/// that for the truth.
public final class IndexUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// What is wrong, in the words of the failure table.
    public enum Reason {
        /// Nothing answers at the address, or what answers refuses.
        AWAY("Elasticsearch 无法连接，或拒绝回答", "Elasticsearch cannot be reached or refuses to answer"),
        /// Elasticsearch is there, the alias is not.
        INDEX_MISSING("文章索引尚未建立", "the index of articles does not exist yet"),
        /// It is of an older generation and lacks a field that was asked for; index-service is
        /// filling the one that will take its place.
        INDEX_OUTDATED(
                "文章索引是旧的，新的正在建立", "the index of articles is an old one that is being replaced"),
        /// No answer within `search.deadline`.
        TIMED_OUT("Elasticsearch 未在限时内回答", "Elasticsearch did not answer in time"),
        /// Some shards did not answer, so hits would be missing.
        PARTIAL("索引的一部分没有回答", "a part of the index did not answer");

        private final String zh;
        private final String en;

        Reason(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        public Message description() {
            return new Message(zh, en);
        }
    }

    public IndexUnavailable(Reason reason, String detail) {
        super(reason.description().en() + ": " + detail);
        this.reason = reason;
    }

    IndexUnavailable(Reason reason, Throwable cause) {
        super(reason.description().en() + ": " + cause.getMessage(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
