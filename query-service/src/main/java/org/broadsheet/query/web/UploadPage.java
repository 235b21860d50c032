package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `UploadPage.html`.
record UploadPage(UploadView view, Visit visit) implements TemplateInstance {}
