package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `DeskPage.html`.
record DeskPage(DeskView view, Visit visit) implements TemplateInstance {}
