package org.broadsheet.query.search;

import org.broadsheet.query.wording.Message;

/// A parameter of a search cannot be read; the message says what to do.
public final class InvalidParameter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final transient Message advice;

    public InvalidParameter(String parameter, Message advice) {
        super(parameter + ": " + advice.en());
        this.parameter = parameter;
        this.advice = advice;
    }

    /// What to do about it.
    public Message advice() {
        return advice;
    }

    public String parameter() {
        return parameter;
    }
}
