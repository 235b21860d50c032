package org.broadsheet.query.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.broadsheet.query.wording.Language;
import org.jspecify.annotations.Nullable;

/// One reader at one page: the language of the answer, and the one chosen in the address, which its
/// links carry on.
///
/// @param chosen null where the browser decides
/// @param here the page's own address
record Visit(Language language, @Nullable String chosen, Address here) {
    static Visit of(@Nullable String asked, @Nullable String acceptLanguage, Address here) {
        Language language = Language.of(asked, acceptLanguage, Language.ZH);
        return new Visit(language, language.word().equals(asked) ? asked : null, here);
    }

    public String href(Address target) {
        return target.in(chosen).href();
    }

    public String home() {
        return href(new Address("/", Map.of()));
    }

    /// This page once more.
    public String again() {
        return href(here);
    }

    /// This page in the other language.
    public String otherLanguage() {
        return here.in(language.other().word()).href();
    }

    public String day(LocalDate day) {
        return language.day(day);
    }

    /// A search with a single limit: what a name on a page links to.
    public String search(String filter, String value) {
        return href(new Address("/", Map.of(filter, List.of(value))));
    }
}
