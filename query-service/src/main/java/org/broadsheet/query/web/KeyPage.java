package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `KeyPage.html`.
///
/// @param wrong the key that was just given opens nothing
/// @param signIn a provider is there to sign in with
record KeyPage(boolean keyed, boolean wrong, boolean signIn, Visit visit)
        implements TemplateInstance {}
