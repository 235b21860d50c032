package org.broadsheet.query;

import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.broadsheet.query.archive.ArchiveAway;
import org.broadsheet.query.archive.ArchiveRefusal;
import org.broadsheet.query.article.IndexUnavailable;
import org.broadsheet.query.article.UnknownArticle;
import org.broadsheet.query.export.TooManyExports;
import org.broadsheet.query.issue.UnknownIssue;
import org.broadsheet.query.search.InvalidParameter;
import org.broadsheet.query.web.ErrorPages;
import org.broadsheet.query.wording.Language;
import org.broadsheet.query.wording.Message;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every failure as an answer: problem details under `/api`, a page elsewhere.
class Failures {
    private static final String RETRY_AFTER_SECONDS = "5";

    private final UriInfo uri;
    private final HttpHeaders headers;
    private final ErrorPages pages;

    Failures(UriInfo uri, HttpHeaders headers, ErrorPages pages) {
        this.uri = uri;
        this.headers = headers;
        this.pages = pages;
    }

    @ServerExceptionMapper
    Response badParameter(InvalidParameter invalid) {
        Problem problem = Problem.of(400, "Bad Request", invalid.advice().in(language()));
        return answer(problem.naming(invalid.parameter())).build();
    }

    @ServerExceptionMapper
    Response unknownArticle(UnknownArticle unknown) {
        Message detail =
                new Message(
                        "没有文章 %s，或者它已撤下。".formatted(unknown.id()),
                        "There is no article %s, or it has been withdrawn."
                                .formatted(unknown.id()));
        return answer(Problem.of(404, "Not Found", detail.in(language()))).build();
    }

    @ServerExceptionMapper
    Response unknownIssue(UnknownIssue unknown) {
        Message detail =
                new Message("没有这份报纸、这一期或这一版。", "There is no such newspaper, issue or page.");
        return answer(Problem.of(404, "Not Found", detail.in(language()))).build();
    }

    @ServerExceptionMapper
    Response unavailable(IndexUnavailable unavailable) {
        Log.warnf("index unavailable reason=%s: %s", unavailable.reason(), unavailable);
        Message reason = unavailable.reason().description();
        String detail =
                new Message(
                                "检索暂时不能回答：" + reason.zh() + "。",
                                "The search cannot answer now: " + reason.en() + ".")
                        .in(language());
        Problem problem =
                switch (unavailable.reason()) {
                    case AWAY, INDEX_MISSING, INDEX_OUTDATED, PARTIAL ->
                            Problem.of(503, "Service Unavailable", detail);
                    case TIMED_OUT -> Problem.of(504, "Gateway Timeout", detail);
                };
        return answer(problem).header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS).build();
    }

    @ServerExceptionMapper
    Response archiveAway(ArchiveAway away) {
        Log.warnf("archive away: %s", away.getMessage());
        Message detail =
                new Message(
                        "文件库（ingest-service 或 index-service）没有回答。检索不受影响。",
                        "The archive (ingest-service or index-service) does not answer. Searching is"
                                + " not affected.");
        return answer(Problem.of(502, "Bad Gateway", detail.in(language())))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    Response archiveRefuses(ArchiveRefusal refusal) {
        String detail = refusal.words().in(language());
        return answer(Problem.of(refusal.status(), "Refused", detail)).build();
    }

    @ServerExceptionMapper
    Response tooMany(TooManyExports tooMany) {
        return tooMany(
                new Message("同时进行的导出过多，请稍后再试。", "Too many exports are running: try again soon."));
    }

    @ServerExceptionMapper
    Response tooMany(TooManyRequests tooMany) {
        return tooMany(
                new Message(
                        "请求过于频繁，请稍后再试。", "Too many requests from your address: try again soon."));
    }

    private Response tooMany(Message detail) {
        return answer(Problem.of(429, "Too Many Requests", detail.in(language())))
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }

    /// No such path, method not allowed and their like, with the headers they came with (`Allow`).
    @ServerExceptionMapper
    Response http(WebApplicationException exception) {
        Response original = exception.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        String title = original.getStatusInfo().getReasonPhrase();
        Message detail =
                original.getStatus() == 404
                        ? new Message("这个地址上没有内容。", "There is nothing at this address.")
                        : new Message(
                                "无法回答这个请求：" + title + "。",
                                "The request cannot be answered: " + title + ".");
        Response.ResponseBuilder answer =
                answer(Problem.of(original.getStatus(), title, detail.in(language())));
        if (original.getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response bug(RuntimeException bug) {
        Log.errorf(bug, "request failed path=%s", uri.getPath());
        Message detail =
                new Message("服务出了差错，日志里有详情。", "The service made a mistake; its log says more.");
        return answer(Problem.of(500, "Internal Server Error", detail.in(language()))).build();
    }

    private Response.ResponseBuilder answer(Problem problem) {
        Response.ResponseBuilder answer = Response.status(problem.status());
        if (isApi()) {
            return answer.type(Problem.JSON).entity(problem);
        }
        String page =
                pages.page(
                        problem.status(),
                        problem.parameter(),
                        problem.detail(),
                        uri.getPath(),
                        uri.getQueryParameters(),
                        headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).entity(page);
    }

    private boolean isApi() {
        return uri.getPath().startsWith("/api");
    }

    private Language language() {
        return Language.of(
                uri.getQueryParameters().getFirst("lang"),
                headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                isApi() ? Language.EN : Language.ZH);
    }
}
