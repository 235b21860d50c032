package org.broadsheet.query.web;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.broadsheet.query.article.Articles;
import org.broadsheet.query.search.ArticleSearch;
import org.broadsheet.query.search.Printings;
import org.broadsheet.query.search.SearchLimits;
import org.broadsheet.query.search.SearchParameters;
import org.broadsheet.query.search.SearchQuery;
import org.broadsheet.query.search.SimilarArticles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// The pages' addresses.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class Pages {
    private final ArticleSearch search;
    private final Articles articles;
    private final Printings printings;
    private final SimilarArticles similar;
    private final SearchLimits limits;

    Pages(
            ArticleSearch search,
            Articles articles,
            Printings printings,
            SimilarArticles similar,
            SearchLimits limits) {
        this.printings = printings;
        this.similar = similar;
        this.search = search;
        this.articles = articles;
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

    @GET
    @Path("articles/{id}")
    public TemplateInstance article(
            @RestPath String id,
            @RestQuery @Nullable String lang,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String acceptLanguage) {
        Visit visit = Visit.of(lang, acceptLanguage, Address.ofArticle(id));
        ArticleView view =
                new ArticleView(articles.require(id), printings.of(id), similar.to(id), visit);
        return new ArticlePage(view, visit).setLocale(visit.language().word());
    }
}
