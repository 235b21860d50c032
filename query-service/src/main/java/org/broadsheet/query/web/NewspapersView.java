package org.broadsheet.query.web;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.query.issue.Newspaper;
import org.jspecify.annotations.Nullable;

/// Every newspaper of the archive.
record NewspapersView(List<Newspaper> newspapers, Visit visit) {
    /// @param href its calendar; the tray for articles of an unknown newspaper; null for a
    ///   newspaper of which no day is known
    record Row(
            Newspaper newspaper,
            @Nullable String href,
            String articles,
            @Nullable String undated,
            String search,
            @Nullable String first,
            @Nullable String last) {}

    public List<Row> rows() {
        return newspapers.stream().map(this::row).toList();
    }

    private Row row(Newspaper newspaper) {
        String name = newspaper.name();
        boolean isDated = newspaper.issues() > 0;
        String calendar = isDated ? visit.to("newspapers", newspaper.key()) : null;
        return new Row(
                newspaper,
                name == null ? visit.to("tray") : calendar,
                "%,d".formatted(newspaper.articles()),
                newspaper.undated() == 0 ? null : "%,d".formatted(newspaper.undated()),
                name == null ? visit.to("tray") : visit.search("newspaper", name),
                day(newspaper.first()),
                day(newspaper.last()));
    }

    private @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : visit.day(day);
    }
}
