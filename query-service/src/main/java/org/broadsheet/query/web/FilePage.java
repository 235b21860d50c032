package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `FilePage.html`.
record FilePage(FileView view, boolean keyed, Visit visit) implements TemplateInstance {}
