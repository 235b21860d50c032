package org.broadsheet.query.web;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/// What a request says of its reader's language.
public class Reader {
    @QueryParam("lang")
    @Nullable String lang;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Nullable String acceptLanguage;

    Visit at(Address here) {
        return Visit.of(lang, acceptLanguage, here);
    }
}
