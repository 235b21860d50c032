package org.broadsheet.query.web;

import java.time.LocalDate;
import org.broadsheet.query.search.Printing;
import org.jspecify.annotations.Nullable;

/// Where a text was printed too.
record PrintingView(Printing printing, Visit visit) {
    public String href() {
        return visit.href(Address.ofArticle(printing.id()));
    }

    public @Nullable String day() {
        LocalDate date = printing.date();
        return date == null ? null : visit.day(date);
    }

    /// Its page says nothing of where it was printed.
    public boolean isUnknown() {
        return printing.title() == null
                && printing.date() == null
                && printing.page() == null
                && printing.pageName() == null;
    }
}
