package org.broadsheet.query.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.query.wording.Language;
import org.broadsheet.query.wording.Message;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of a search as they came over HTTP: text, any of them absent or blank.
public class SearchParameters {
    /// Values of each facet, where the search does not say.
    public static final int FACET_SIZE = 10;

    private static final int FACET_SIZE_MAX = 200;
    private static final int CURSOR_MAX = 4000;

    @QueryParam("q")
    @Parameter(
            description =
                    "What to look for, up to 1,000 characters. Words parted by spaces are all"
                            + " required; OR, NOT or -, brackets, \"exact phrase\", * and ?, word~,"
                            + " and fields: 标题/headline 正文/body 作者/author 栏目/column 来源/source"
                            + " 报纸/newspaper 版/page 日期/date 人物/person 地点/place 机构/org"
                            + " 类别/kind 文件/file. An unbroken run of up to four characters is looked"
                            + " for as it stands, a longer one finds what shares most with it. Nothing"
                            + " typed is an error: see readAs and notUnderstood in the answer. Empty:"
                            + " all articles, newest first.",
            example = "党建联盟")
    public @Nullable String q;

    @QueryParam("from")
    @Parameter(
            description = "First day, as 2024-03-01.",
            example = "1954-03-01",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    public @Nullable String from;

    @QueryParam("to")
    @Parameter(
            description = "Last day, as 2024-03-31.",
            example = "1954-03-31",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    public @Nullable String to;

    @BeanParam public FacetParameters narrowed = new FacetParameters();

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

    @QueryParam("sort")
    @Parameter(
            description =
                    "Order of the hits. page: as one leafs through the paper; arrival: what came into"
                            + " the archive last comes first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"relevance", "newest", "oldest", "page", "arrival"},
                            defaultValue = "relevance"))
    public @Nullable String sort;

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

    @QueryParam("lang")
    @Parameter(
            description =
                    "Language of what is said about the query: zh or en. Else Accept-Language"
                            + " decides.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"zh", "en"}))
    public @Nullable String lang;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Parameter(hidden = true)
    public @Nullable String acceptLanguage;

    /// The reader's language.
    public Language language(Language otherwise) {
        return Language.of(lang, acceptLanguage, otherwise);
    }

    /// The search they ask for, or [InvalidParameter] for the first that cannot be read.
    public SearchQuery toQuery(SearchLimits limits) {
        SearchQuery query =
                new SearchQuery(
                        text(limits.textLengthMax()),
                        day("from", from).orElse(null),
                        day("to", to).orElse(null),
                        narrowed.choices(),
                        counted(),
                        number("facet-size", facetSize, 1, FACET_SIZE_MAX).orElse(FACET_SIZE),
                        given("sort", sort)
                                .map(SearchParameters::order)
                                .orElse(SearchOrder.RELEVANCE),
                        number("offset", offset, 0, limits.offsetMax()).orElse(0),
                        number("limit", limit, 1, limits.limitMax()).orElse(limits.limitDefault()),
                        given("reprints", reprints)
                                .map(SearchParameters::reprints)
                                .orElse(Reprints.TOGETHER),
                        given("cursor", cursor, CURSOR_MAX).map(Cursor::of).orElse(null));
        if (query.cursor() != null && query.cursor().search() != query.mark()) {
            throw Cursor.unreadable();
        }
        return query;
    }

    private List<Facet> counted() {
        String names = given("facets", facets).orElse("all");
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
                                oneOf(
                                        "facets",
                                        Stream.concat(
                                                Arrays.stream(Facet.values()).map(Facet::word),
                                                Stream.of("all", "none"))));
    }

    private String text(int lengthMax) {
        String text = q == null ? "" : q;
        int length = text.codePointCount(0, text.length());
        if (length > lengthMax) {
            throw new InvalidParameter(
                    "q",
                    new Message(
                            "检索词有 %d 个字，最多 %d 个：请只检索其中一部分。".formatted(length, lengthMax),
                            "The text has %d characters: search for a part of it, at most %d."
                                    .formatted(length, lengthMax)));
        }
        return text;
    }

    /// A name that no field can hold is refused here, or Elasticsearch would.
    private static Optional<String> given(String name, @Nullable String value) {
        return given(name, value, 300);
    }

    private static Optional<String> given(String name, @Nullable String value, int max) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        if (value.length() > max) {
            throw new InvalidParameter(
                    name,
                    new Message(
                            "最多 %d 个字符。".formatted(max),
                            "Give at most %d characters.".formatted(max)));
        }
        return Optional.of(value.strip());
    }

    private static Optional<LocalDate> day(String name, @Nullable String value) {
        try {
            return given(name, value)
                    .map(LocalDate::parse)
                    .filter(SearchParameters::isWithinCalendar);
        } catch (DateTimeException _) {
            throw new InvalidParameter(
                    name,
                    new Message(
                            "请按 2024-03-01 的样式给出一个日期。",
                            "Give a day of the calendar as 2024-03-01."));
        }
    }

    /// The index reads four-digit years only.
    private static boolean isWithinCalendar(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("year out of range: " + day);
        }
        return true;
    }

    private static SearchOrder order(String word) {
        return SearchOrder.of(word)
                .orElseThrow(
                        () ->
                                oneOf(
                                        "sort",
                                        Arrays.stream(SearchOrder.values())
                                                .map(SearchOrder::word)));
    }

    private static Reprints reprints(String word) {
        return Reprints.of(word)
                .orElseThrow(
                        () ->
                                oneOf(
                                        "reprints",
                                        Arrays.stream(Reprints.values()).map(Reprints::word)));
    }

    private static InvalidParameter oneOf(String name, Stream<String> words) {
        String list = words.collect(Collectors.joining(", "));
        return new InvalidParameter(
                name, new Message("请给出其中之一：" + list + "。", "Give one of " + list + "."));
    }

    private static Optional<Integer> number(String name, @Nullable String value, int min, int max) {
        Optional<String> given = given(name, value);
        try {
            Optional<Integer> number = given.map(Integer::valueOf);
            if (number.filter(n -> n < min || n > max).isEmpty()) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Falls through to the same advice.
        }
        throw new InvalidParameter(
                name,
                new Message(
                        "请给出 %d 到 %d 之间的整数。".formatted(min, max),
                        "Give a whole number from %d to %d.".formatted(min, max)));
    }
}
