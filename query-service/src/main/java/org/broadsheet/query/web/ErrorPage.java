package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/// `ErrorPage.html`.
///
/// @param text what the reader looked for
/// @param parameter the parameter at fault, where it is one's fault
record ErrorPage(int status, @Nullable String parameter, String detail, String text, Visit visit)
        implements TemplateInstance {}
