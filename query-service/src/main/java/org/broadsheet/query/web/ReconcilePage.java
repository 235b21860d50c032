package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/// `ReconcilePage.html`.
///
/// @param view null before a comparison
record ReconcilePage(@Nullable ReconcileView view, boolean keyed, Visit visit)
        implements TemplateInstance {}
