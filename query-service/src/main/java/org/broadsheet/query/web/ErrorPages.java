package org.broadsheet.query.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Failures as a reader sees them.
@ApplicationScoped
public class ErrorPages {
    /// The page that says what went wrong and what to do.
    ///
    /// @param path the address that failed
    /// @param parameters its parameters, which the page keeps, so that the reader can try again
    /// @param acceptLanguage the browser's languages
    public String page(
            int status,
            @Nullable String parameter,
            String detail,
            String path,
            Map<String, List<String>> parameters,
            @Nullable String acceptLanguage) {
        Address here = Address.of(path, parameters);
        Visit visit = Visit.of(here.first("lang"), acceptLanguage, here);
        String text = Objects.requireNonNullElse(here.first("q"), "");
        return new ErrorPage(status, parameter, detail, text, visit)
                .setLocale(visit.language().word())
                .render();
    }
}
