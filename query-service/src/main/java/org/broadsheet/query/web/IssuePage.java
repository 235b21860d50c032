package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `IssuePage.html`.
record IssuePage(IssueView view, Visit visit) implements TemplateInstance {}
