package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `CalendarPage.html`.
record CalendarPage(CalendarView view, Visit visit) implements TemplateInstance {}
