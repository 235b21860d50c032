package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `TrayPage.html`.
record TrayPage(TrayView view, Visit visit) implements TemplateInstance {}
