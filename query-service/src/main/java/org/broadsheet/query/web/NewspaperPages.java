package org.broadsheet.query.web;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.broadsheet.query.archive.Archive;
import org.broadsheet.query.archive.ArchiveAway;
import org.broadsheet.query.archive.ArchiveRefusal;
import org.broadsheet.query.archive.RebuiltPage;
import org.broadsheet.query.issue.Calendar;
import org.broadsheet.query.issue.Contents;
import org.broadsheet.query.issue.IssueParameters;
import org.broadsheet.query.issue.Issues;
import org.broadsheet.query.issue.UnknownIssue;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Leafing: newspapers, years, issues, pages, and what lies in the tray.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class NewspaperPages {
    private final Issues issues;
    private final Archive archive;

    NewspaperPages(Issues issues, Archive archive) {
        this.issues = issues;
        this.archive = archive;
    }

    @GET
    @Path("newspapers")
    public TemplateInstance newspapers(@BeanParam Reader reader) {
        Visit visit = reader.at(Address.of("newspapers"));
        return new NewspapersPage(new NewspapersView(issues.newspapers(), visit), visit)
                .setLocale(visit.language().word());
    }

    @GET
    @Path("newspapers/{newspaper}")
    public TemplateInstance calendar(
            @RestPath String newspaper,
            @RestQuery @Nullable String year,
            @BeanParam Reader reader) {
        Calendar calendar =
                issues.calendar(newspaper, IssueParameters.year(year))
                        .orElseThrow(UnknownIssue::new);
        Visit visit = reader.at(Address.of("newspapers", newspaper).with("year", calendar.year()));
        return new CalendarPage(new CalendarView(calendar, visit), visit)
                .setLocale(visit.language().word());
    }

    @GET
    @Path("newspapers/{newspaper}/{date}")
    public TemplateInstance issue(
            @RestPath String newspaper, @RestPath String date, @BeanParam Reader reader) {
        Visit visit = reader.at(Address.of("newspapers", newspaper, date));
        Contents contents =
                issues.contents(newspaper, IssueParameters.day(date), null)
                        .orElseThrow(UnknownIssue::new);
        return new IssuePage(new IssueView(contents, null, visit), visit)
                .setLocale(visit.language().word());
    }

    @GET
    @Path("newspapers/{newspaper}/{date}/{page}")
    public TemplateInstance page(
            @RestPath String newspaper,
            @RestPath String date,
            @RestPath String page,
            @BeanParam Reader reader) {
        Visit visit = reader.at(Address.of("newspapers", newspaper, date, page));
        Contents contents =
                issues.contents(newspaper, IssueParameters.day(date), IssueParameters.page(page))
                        .orElseThrow(UnknownIssue::new);
        String id = contents.pages().getFirst().id();
        RebuiltPage rebuilt = id == null ? null : rebuilt(id);
        LeafView leaf = rebuilt == null ? null : new LeafView(rebuilt, visit);
        return new IssuePage(new IssueView(contents, leaf, visit), visit)
                .setLocale(visit.language().word());
    }

    @GET
    @Path("pages/{id}")
    public TemplateInstance pageById(@RestPath String id, @BeanParam Reader reader) {
        Visit visit = reader.at(Address.of("pages", id));
        RebuiltPage page = archive.page(id).orElseThrow(UnknownIssue::new);
        return new LeafPage(new LeafView(page, visit), visit).setLocale(visit.language().word());
    }

    /// Files of which newspaper, date or page is unknown.
    @GET
    @Path("tray")
    public TemplateInstance tray(
            @RestQuery @Nullable String missing,
            @RestQuery @Nullable Long before,
            @BeanParam Reader reader) {
        String asked = missing == null ? "newspaper" : missing;
        Visit visit = reader.at(Address.of("tray").with("missing", asked));
        TrayView view =
                new TrayView(
                        asked,
                        archive.files(Ledger.narrowed(Map.of("missing", List.of(asked)), before)),
                        visit);
        return new TrayPage(view, visit).setLocale(visit.language().word());
    }

    private @Nullable RebuiltPage rebuilt(String id) {
        try {
            return archive.page(id).orElse(null);
        } catch (ArchiveAway | ArchiveRefusal away) {
            Log.warnf("page not shown page=%s: %s", id, away.getMessage());
            return null;
        }
    }
}
