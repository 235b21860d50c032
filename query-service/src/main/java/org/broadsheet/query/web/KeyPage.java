package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;

/// `KeyPage.html`.
///
/// @param keyed the browser keeps a key
/// @param wrong what was just tried and opens nothing: a `key`, a `sign-in`, an `account`; else ""
/// @param signIn a provider is there to sign in with
/// @param signedIn the keeper has signed in
record KeyPage(boolean keyed, String wrong, boolean signIn, boolean signedIn, Visit visit)
        implements TemplateInstance {}
