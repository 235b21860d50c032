package org.broadsheet.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.Diagnostic;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.issue.Repair;
import org.broadsheet.ingest.store.PageSources;
import org.broadsheet.ingest.store.PageSources.PageSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Pages as they came, line by line, and what each line was taken for.
@Path("/api/pages")
@Produces(MediaType.APPLICATION_JSON)
public class PagesResource {
    private final PageSources pages;
    private final ObjectMapper json;

    PagesResource(PageSources pages, ObjectMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /// @param firstLine number in the file of the first of the lines
    /// @param lines as they came, from the page's first line with text to its last
    /// @param articles that stand on the page, in order, as in the events
    /// @param unplaced spans of lines that could not be tied to anything
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RebuiltPage(
            String id,
            long fileId,
            String file,
            @Nullable String newspaper,
            @Nullable String code,
            @Nullable LocalDate date,
            @Nullable String edition,
            @Nullable Integer page,
            @Nullable String pageName,
            int firstLine,
            List<String> lines,
            List<JsonNode> articles,
            List<Item> furniture,
            List<int[]> unplaced,
            List<Change> repairs,
            List<Remark> diagnostics) {}

    /// What belongs to no article.
    ///
    /// @param lines spans, as in the articles
    public record Item(String what, String text, List<int[]> lines) {}

    /// A change from the raw lines to what is shown.
    public record Change(String what, List<int[]> lines, String raw, String repaired) {}

    /// What is odd about the page.
    public record Remark(String code, List<int[]> lines, String message) {}

    /// As it is stored with the page.
    record Findings(
            List<Furniture> furniture,
            List<LineSpan> unplaced,
            List<Repair> repairs,
            List<Diagnostic> diagnostics) {}

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Operation(
            summary = "One page: its lines as they came, and what each was taken for",
            description =
                    "Lines are counted over the whole file, from 1. Every line with text is in"
                            + " exactly one of the articles, in the furniture, or unplaced.")
    @APIResponse(responseCode = "404", description = "There is no such page")
    public RebuiltPage page(@RestPath String id) throws SQLException, JsonProcessingException {
        PageSource source = pages.page(id).orElseThrow(() -> noSuchPage(id));
        Findings found = json.readValue(source.findings(), Findings.class);
        List<JsonNode> articles = new ArrayList<>();
        for (String article : source.articles()) {
            articles.add(json.readTree(article));
        }
        IntSummaryStatistics numbers = numbers(articles, found);
        int first = numbers.getCount() == 0 ? 1 : numbers.getMin();
        int last = numbers.getCount() == 0 ? 0 : numbers.getMax();
        return new RebuiltPage(
                source.id(),
                source.fileId(),
                source.fileName(),
                source.newspaper(),
                source.code(),
                source.date(),
                source.edition(),
                source.page(),
                source.pageName(),
                first,
                lines(source).subList(first - 1, last),
                articles,
                found.furniture().stream()
                        .map(item -> new Item(item.what(), item.text(), spans(item.lines())))
                        .toList(),
                spans(found.unplaced()),
                found.repairs().stream()
                        .map(
                                repair ->
                                        new Change(
                                                repair.what(),
                                                spans(List.of(repair.lines())),
                                                repair.raw(),
                                                repair.repaired()))
                        .toList(),
                found.diagnostics().stream()
                        .map(
                                odd ->
                                        new Remark(
                                                odd.code(),
                                                spans(List.of(odd.lines())),
                                                odd.message()))
                        .toList());
    }

    /// The numbers of the lines that are spoken of: those of the page that have text.
    private static IntSummaryStatistics numbers(List<JsonNode> articles, Findings found) {
        IntStream ofArticles =
                articles.stream()
                        .flatMap(article -> article.path("lines").valueStream())
                        .flatMapToInt(
                                span -> IntStream.of(span.path(0).asInt(), span.path(1).asInt()));
        IntStream ofOthers =
                Stream.concat(
                                found.furniture().stream().flatMap(item -> item.lines().stream()),
                                found.unplaced().stream())
                        .flatMapToInt(span -> IntStream.of(span.first(), span.last()));
        return IntStream.concat(ofArticles, ofOthers).summaryStatistics();
    }

    private static List<int[]> spans(List<LineSpan> spans) {
        return spans.stream().map(span -> new int[] {span.first(), span.last()}).toList();
    }

    private static List<String> lines(PageSource source) {
        String text = new String(source.raw(), Charset.forName(source.charset()));
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return List.of(unmarked.replace('\f', ' ').split("\r\n|\r|\n", -1));
    }

    private static WebApplicationException noSuchPage(String id) {
        return new WebApplicationException(
                Problem.of(404, "No such page", "There is no page '%s'.".formatted(id)));
    }
}
