package org.broadsheet.query;

/// An address asks faster than `api.rate` allows.
final class TooManyRequests extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyRequests() {
        super("too many requests");
    }
}
