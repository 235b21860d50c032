package org.broadsheet.query.search;

/// A parameter of a search cannot be read; the message says what to do.
public final class InvalidParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String advice;

    InvalidParameter(String parameter, String advice) {
        super(advice);
        this.parameter = parameter;
        this.advice = advice;
    }

    /// What to do about it.
    public String advice() {
        return advice;
    }

    public String parameter() {
        return parameter;
    }
}
