package org.broadsheet.query.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Failures as a reader sees them.
@ApplicationScoped
public class ErrorPages {
    /// The page that says what went wrong and what to do.
    ///
    /// @param lang the language asked for in the address
    /// @param acceptLanguage the browser's languages
    public String page(
            int status,
            @Nullable String parameter,
            String detail,
            @Nullable String lang,
            @Nullable String acceptLanguage) {
        Visit visit = Visit.of(lang, acceptLanguage, new Address("/", Map.of()));
        return new ErrorPage(status, parameter, detail, visit)
                .setLocale(visit.language().word())
                .render();
    }
}
