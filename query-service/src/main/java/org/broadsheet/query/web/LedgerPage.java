package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `LedgerPage.html`.
record LedgerPage(LedgerView view, boolean keyed, Visit visit) implements TemplateInstance {}
