package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `RebuiltArticlePage.html`.
record RebuiltArticlePage(RebuiltView view, Visit visit) implements TemplateInstance {}
