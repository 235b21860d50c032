package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `LeafPage.html`.
record LeafPage(LeafView view, Visit visit) implements TemplateInstance {}
