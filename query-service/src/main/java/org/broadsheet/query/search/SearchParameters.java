package org.broadsheet.query.search;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of a search as they came over HTTP: which articles, what to count, which slice.
public class SearchParameters extends HitParameters {
    /// Values of each facet, where the search does not say.
    public static final int FACET_SIZE = 10;

    private static final int FACET_SIZE_MAX = 200;
    private static final int CURSOR_MAX = 4000;

    @QueryParam("facets")
    @Parameter(
            description =
                    "Facets to count, parted by commas: newspaper, year, month, column, author,"
                            + " person, place, org, source, kind, page, file; or all, or none. Any"
                            + " but none also answers the timeline.",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "all"),
            example = "newspaper,year")
    public @Nullable String facets;

    @QueryParam("facet-size")
    @Parameter(
            description = "How many values of each facet.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "10"))
    public @Nullable String facetSize;

    @QueryParam("offset")
    @Parameter(
            description = "How many hits to pass over. To go further, follow next.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "0",
                            maximum = "9900",
                            defaultValue = "0"))
    public @Nullable String offset;

    @QueryParam("limit")
    @Parameter(
            description = "How many hits to answer with.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "100",
                            defaultValue = "20"))
    public @Nullable String limit;

    @QueryParam("cursor")
    @Parameter(
            description =
                    "next or previous of an answer to the same search: goes on from there, without"
                            + " end. Takes the place of offset.",
            example = "eyJhIjpbMTQuMiwiYy0wMSJdLCJiIjpmYWxzZSwibiI6MjAsInEiOjEsInMiOm51bGx9")
    public @Nullable String cursor;

    @QueryParam("reprints")
    @Parameter(
            description =
                    "together: a text that was printed more than once is listed once, as the"
                            + " printing that comes first in the order, with the others named in"
                            + " printedIn. apart: each printing is a hit. Counts of facets, exports"
                            + " and feeds are of all printings in any case.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"together", "apart"},
                            defaultValue = "together"))
    public @Nullable String reprints;

    /// The search they ask for, or [InvalidParameter] for the first that cannot be read.
    public SearchQuery toQuery(SearchLimits limits) {
        SearchQuery query =
                new SearchQuery(
                        text(limits),
                        first(),
                        last(),
                        narrowed.choices(),
                        counted(),
                        ParameterValue.number("facet-size", facetSize, 1, FACET_SIZE_MAX)
                                .orElse(FACET_SIZE),
                        order(),
                        ParameterValue.number("offset", offset, 0, limits.offsetMax()).orElse(0),
                        ParameterValue.number("limit", limit, 1, limits.limitMax())
                                .orElse(limits.limitDefault()),
                        ParameterValue.oneOf(
                                        "reprints", reprints, Reprints.values(), Reprints::word)
                                .orElse(Reprints.TOGETHER),
                        ParameterValue.text("cursor", cursor, CURSOR_MAX)
                                .map(Cursor::of)
                                .orElse(null));
        if (query.cursor() != null && query.cursor().search() != query.mark()) {
            throw Cursor.unreadable();
        }
        return query;
    }

    private List<Facet> counted() {
        String names = ParameterValue.text("facets", facets).orElse("all");
        return switch (names) {
            case "all" -> List.of(Facet.values());
            case "none" -> List.of();
            default ->
                    Arrays.stream(names.split(",", -1))
                            .map(String::strip)
                            .distinct()
                            .map(SearchParameters::facet)
                            .toList();
        };
    }

    private static Facet facet(String word) {
        return Facet.of(word)
                .orElseThrow(
                        () ->
                                ParameterValue.notAmong(
                                        "facets",
                                        Stream.concat(
                                                Arrays.stream(Facet.values()).map(Facet::word),
                                                Stream.of("all", "none"))));
    }
}
