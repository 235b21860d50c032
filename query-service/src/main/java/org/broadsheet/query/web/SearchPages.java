package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.broadsheet.query.search.ArticleSearch;
import org.broadsheet.query.search.SearchLimits;
import org.broadsheet.query.search.SearchParameters;
import org.broadsheet.query.search.SearchQuery;

/// The search page.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class SearchPages {
    private final ArticleSearch search;
    private final SearchLimits limits;

    SearchPages(ArticleSearch search, SearchLimits limits) {
        this.search = search;
        this.limits = limits;
    }

    @GET
    public TemplateInstance search(@BeanParam SearchParameters parameters) {
        SearchQuery query = parameters.toQuery(limits);
        Address here = Address.of(query, limits.limitDefault());
        Visit visit = Visit.of(parameters.lang, parameters.acceptLanguage, here);
        SearchView view = new SearchView(query, search.find(query, visit.language()), here, visit);
        return new SearchPage(view, visit).setLocale(visit.language().word());
    }
}
