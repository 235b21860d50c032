package org.broadsheet.query.web;

/// The desk was asked to change something, and there is no key to do it with.
final class KeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyMissing() {
        super("no key");
    }
}
