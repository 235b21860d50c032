package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `SearchPage.html`.
record SearchPage(SearchView view, Visit visit) implements TemplateInstance {}
