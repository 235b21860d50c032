package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `ArticlePage.html`.
record ArticlePage(ArticleView view, Visit visit) implements TemplateInstance {}
