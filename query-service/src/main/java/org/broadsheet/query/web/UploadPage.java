package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `UploadPage.html`.
record UploadPage(LedgerView view, int count, Visit visit) implements TemplateInstance {}
