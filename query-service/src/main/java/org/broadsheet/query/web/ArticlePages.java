package org.broadsheet.query.web;

import io.quarkus.logging.Log;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.broadsheet.query.PublicAddress;
import org.broadsheet.query.archive.Archive;
import org.broadsheet.query.archive.ArchiveAway;
import org.broadsheet.query.archive.ArchiveRefusal;
import org.broadsheet.query.archive.RebuiltPage;
import org.broadsheet.query.article.Article;
import org.broadsheet.query.article.Articles;
import org.broadsheet.query.search.Printings;
import org.broadsheet.query.search.SimilarArticles;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// An article, as printed and as it was rebuilt.
@Path("/articles/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ArticlePages {
    private final Articles articles;
    private final Printings printings;
    private final SimilarArticles similar;
    private final Neighbours neighbours;
    private final Archive archive;
    private final PublicAddress address;

    ArticlePages(
            Articles articles,
            Printings printings,
            SimilarArticles similar,
            Neighbours neighbours,
            Archive archive,
            PublicAddress address) {
        this.articles = articles;
        this.printings = printings;
        this.similar = similar;
        this.neighbours = neighbours;
        this.archive = archive;
        this.address = address;
    }

    @GET
    public TemplateInstance article(
            @RestPath String id, @BeanParam Reader reader, @Context UriInfo uri) {
        Visit visit = reader.at(Address.ofArticle(id));
        Article article = articles.require(id);
        ArticleView view =
                new ArticleView(
                        article,
                        printings.of(id),
                        similar.to(id),
                        neighbours.of(article, visit),
                        address.of(uri),
                        visit);
        return new ArticlePage(view, visit).setLocale(visit.language().word());
    }

    @GET
    @Path("rebuilt")
    public TemplateInstance rebuilt(@RestPath String id, @BeanParam Reader reader) {
        Visit visit = reader.at(Address.of("articles", id, "rebuilt"));
        Article article = articles.require(id);
        RebuiltView view = new RebuiltView(article, page(article.pageId()), visit);
        return new RebuiltArticlePage(view, visit).setLocale(visit.language().word());
    }

    /// The page the article stands on; null where the archive does not answer, or knows it no more.
    private @Nullable RebuiltPage page(@Nullable String pageId) {
        try {
            return pageId == null ? null : archive.page(pageId).orElse(null);
        } catch (ArchiveAway | ArchiveRefusal away) {
            Log.warnf("page not shown page=%s: %s", pageId, away.getMessage());
            return null;
        }
    }
}
