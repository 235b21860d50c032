package org.broadsheet.query.article;

/// Elasticsearch says that it was asked wrongly.
public final class QuestionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QuestionRefused(Throwable cause) {
        super("Elasticsearch refused the question: " + cause.getMessage(), cause);
    }
}
