package org.broadsheet.query.search;

import static org.broadsheet.query.search.ParameterValue.looking;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.query.article.ArticleKind;
import org.broadsheet.query.wording.Message;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/// What narrows a search, as it came over HTTP. A parameter may be given several times: an article
/// must have one of the values, and none of those under `not-`.
public class FacetParameters {
    private static final String OR = " Several times: any of them. - finds what has none.";
    private static final String NOT = "Leaves articles out; several times: all of them.";
    private static final int VALUES_MAX = 50;

    @QueryParam("newspaper")
    @Parameter(description = "Newspaper: its name or its code." + OR, example = "边城日报")
    public List<String> newspaper = List.of();

    @QueryParam("year")
    @Parameter(description = "Year, as 2024." + OR, example = "2024")
    public List<String> year = List.of();

    @QueryParam("month")
    @Parameter(description = "Month, as 2024-03." + OR, example = "2024-03")
    public List<String> month = List.of();

    @QueryParam("column")
    @Parameter(description = "Column (栏目), exactly as printed." + OR, example = "先锋观点")
    public List<String> column = List.of();

    @QueryParam("author")
    @Parameter(description = "A name in the byline, or a photographer." + OR, example = "王玉琢")
    public List<String> author = List.of();

    @QueryParam("person")
    @Parameter(description = "A person named in the text." + OR, example = "李明")
    public List<String> person = List.of();

    @QueryParam("place")
    @Parameter(description = "A place named in the text." + OR, example = "鄂尔多斯市")
    public List<String> place = List.of();

    @QueryParam("org")
    @Parameter(description = "An organisation named in the text." + OR, example = "市总工会")
    public List<String> org = List.of();

    @QueryParam("source")
    @Parameter(description = "Publication it is reprinted from." + OR, example = "人民日报")
    public List<String> source = List.of();

    @QueryParam("kind")
    @Parameter(description = "Sort of piece: article, photo or notice." + OR, example = "photo")
    public List<String> kind = List.of();

    @QueryParam("page")
    @Parameter(description = "Page number." + OR, example = "1")
    public List<String> page = List.of();

    @QueryParam("file")
    @Parameter(description = "Name of the dropped file." + OR, example = "courier/01.txt")
    public List<String> file = List.of();

    @QueryParam("not-newspaper")
    @Parameter(description = NOT)
    public List<String> notNewspaper = List.of();

    @QueryParam("not-year")
    @Parameter(description = NOT)
    public List<String> notYear = List.of();

    @QueryParam("not-month")
    @Parameter(description = NOT)
    public List<String> notMonth = List.of();

    @QueryParam("not-column")
    @Parameter(description = NOT)
    public List<String> notColumn = List.of();

    @QueryParam("not-author")
    @Parameter(description = NOT)
    public List<String> notAuthor = List.of();

    @QueryParam("not-person")
    @Parameter(description = NOT)
    public List<String> notPerson = List.of();

    @QueryParam("not-place")
    @Parameter(description = NOT)
    public List<String> notPlace = List.of();

    @QueryParam("not-org")
    @Parameter(description = NOT)
    public List<String> notOrg = List.of();

    @QueryParam("not-source")
    @Parameter(description = NOT)
    public List<String> notSource = List.of();

    @QueryParam("not-kind")
    @Parameter(description = NOT)
    public List<String> notKind = List.of();

    @QueryParam("not-page")
    @Parameter(description = NOT)
    public List<String> notPage = List.of();

    @QueryParam("not-file")
    @Parameter(description = NOT)
    public List<String> notFile = List.of();

    /// What they choose of each facet, or [InvalidParameter] for the first value that cannot be
    /// read.
    Map<Facet, Choice> choices() {
        Map<Facet, Choice> choices = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Choice choice =
                    new Choice(
                            read(facet, facet.word(), only(facet)),
                            read(facet, facet.exclusion(), never(facet)));
            if (!choice.isEmpty()) {
                choices.put(facet, choice);
            }
        }
        return choices;
    }

    private List<String> only(Facet facet) {
        return switch (facet) {
            case NEWSPAPER -> newspaper;
            case YEAR -> year;
            case MONTH -> month;
            case COLUMN -> column;
            case AUTHOR -> author;
            case PERSON -> person;
            case PLACE -> place;
            case ORG -> org;
            case SOURCE -> source;
            case KIND -> kind;
            case PAGE -> page;
            case FILE -> file;
        };
    }

    private List<String> never(Facet facet) {
        return switch (facet) {
            case NEWSPAPER -> notNewspaper;
            case YEAR -> notYear;
            case MONTH -> notMonth;
            case COLUMN -> notColumn;
            case AUTHOR -> notAuthor;
            case PERSON -> notPerson;
            case PLACE -> notPlace;
            case ORG -> notOrg;
            case SOURCE -> notSource;
            case KIND -> notKind;
            case PAGE -> notPage;
            case FILE -> notFile;
        };
    }

    private static List<String> read(Facet facet, String name, List<String> values) {
        List<String> given =
                values.stream().filter(v -> !v.isBlank()).map(String::strip).distinct().toList();
        if (given.size() > VALUES_MAX) {
            throw new InvalidParameter(
                    name,
                    new Message(
                            "最多给出 %d 个值。".formatted(VALUES_MAX),
                            "Give at most %d values.".formatted(VALUES_MAX)));
        }
        return given.stream().map(value -> read(facet, name, value)).toList();
    }

    private static String read(Facet facet, String name, String value) {
        if (value.equals(Facet.NO_VALUE)) {
            return value;
        }
        return switch (facet) {
            case YEAR -> looking(value.matches("[1-9]\\d{3}"), value, name, "2024");
            case MONTH -> looking(isMonth(value), value, name, "2024-03");
            case PAGE -> looking(value.matches("\\d{1,6}"), value, name, "1");
            case KIND ->
                    looking(
                            ArticleKind.of(value).isPresent(),
                            value,
                            name,
                            "article, photo, notice");
            case NEWSPAPER, COLUMN, AUTHOR, PERSON, PLACE, ORG, SOURCE, FILE ->
                    ParameterValue.text(name, value).orElse(value);
        };
    }

    private static boolean isMonth(String value) {
        try {
            return value.matches("[1-9]\\d{3}-\\d\\d")
                    && YearMonth.parse(value).getMonthValue() > 0;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
