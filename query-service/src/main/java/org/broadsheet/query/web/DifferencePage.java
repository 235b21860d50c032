package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `DifferencePage.html`.
record DifferencePage(DifferenceView view, Visit visit) implements TemplateInstance {}
