package org.broadsheet.query.export;

/// As many exports run as may run at the same time.
public final class TooManyExports extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyExports() {
        super("too many exports at the same time");
    }
}
