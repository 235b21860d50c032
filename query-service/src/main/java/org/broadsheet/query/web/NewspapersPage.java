package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `NewspapersPage.html`.
record NewspapersPage(NewspapersView view, Visit visit) implements TemplateInstance {}
