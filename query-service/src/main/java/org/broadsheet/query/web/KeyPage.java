package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `KeyPage.html`.
///
/// @param wrong the key that was just given opens nothing
record KeyPage(boolean keyed, boolean wrong, Visit visit) implements TemplateInstance {}
