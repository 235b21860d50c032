package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/// `DeadLettersPage.html`.
record DeadLettersPage(DeadLettersView view, List<String> outcomes, boolean keyed, Visit visit)
        implements TemplateInstance {}
