package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.broadsheet.query.archive.DeadLetters;

/// `DeadLettersPage.html`.
record DeadLettersPage(DeadLetters letters, List<String> outcomes, boolean keyed, Visit visit)
        implements TemplateInstance {}
