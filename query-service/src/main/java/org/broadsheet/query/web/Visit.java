package org.broadsheet.query.web;

import java.time.Instant;
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
    private static final List<String> SECTIONS = List.of("search", "newspapers", "tray", "desk");

    static Visit of(@Nullable String asked, @Nullable String acceptLanguage, Address here) {
        Language language = Language.of(asked, acceptLanguage, Language.ZH);
        return new Visit(language, language.word().equals(asked) ? asked : null, here);
    }

    /// A part of the site that every page links to.
    record Section(String name, String href, boolean current) {}

    public List<Section> sections() {
        return SECTIONS.stream()
                .map(
                        name -> {
                            boolean isSearch = name.equals("search");
                            String path = isSearch ? "/" : "/" + name;
                            boolean isCurrent =
                                    isSearch
                                            ? here.path().equals("/")
                                            : (here.path() + "/").startsWith(path + "/");
                            return new Section(name, href(new Address(path, Map.of())), isCurrent);
                        })
                .toList();
    }

    public String href(Address target) {
        return target.in(chosen).href();
    }

    /// A page whose path is made of these names.
    public String to(String... names) {
        return href(Address.of(names));
    }

    public String home() {
        return href(new Address("/", Map.of()));
    }

    public String trayHref() {
        return to("tray");
    }

    /// A part of the desk; "" for its first page.
    public String deskHref(String part) {
        return switch (part) {
            case "" -> to("desk");
            case "rejected" ->
                    href(new Address("/desk/files", Map.of("state", List.of("rejected"))));
            default -> to("desk", part);
        };
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

    public String moment(Instant moment) {
        return language.moment(moment);
    }

    /// A search with a single limit: what a name on a page links to.
    public String search(String filter, String value) {
        return href(new Address("/", Map.of(filter, List.of(value))));
    }
}
