package org.broadsheet.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchParametersTest {
    private static final SearchLimits LIMITS =
            new SearchLimits() {
                @Override
                public int limitDefault() {
                    return 20;
                }

                @Override
                public int limitMax() {
                    return 100;
                }

                @Override
                public int offsetMax() {
                    return 9900;
                }

                @Override
                public int textLengthMax() {
                    return 1000;
                }
            };

    @Test
    void nothingGivenAsksForAllArticlesNewestFirst() {
        SearchQuery query = new SearchParameters().toQuery(LIMITS);

        assertThat(query.text()).isEmpty();
        assertThat(query.effectiveOrder()).isEqualTo(SearchOrder.NEWEST);
        assertThat(query.offset()).isZero();
        assertThat(query.limit()).isEqualTo(20);
    }

    @Test
    void everyParameterIsRead() {
        SearchParameters parameters = new SearchParameters();
        parameters.q = " 党建 ";
        parameters.from = "2024-02-29";
        parameters.to = "2024-03-01";
        parameters.narrowed.newspaper = List.of("边城日报", " 晨报 ", "");
        parameters.narrowed.notColumn = List.of("要闻");
        parameters.narrowed.kind = List.of("photo");
        parameters.facets = "year, page";
        parameters.facetSize = "5";
        parameters.sort = "oldest";
        parameters.offset = "9900";
        parameters.limit = "100";
        parameters.reprints = "apart";

        assertThat(parameters.toQuery(LIMITS))
                .isEqualTo(
                        new SearchQuery(
                                "党建",
                                LocalDate.of(2024, 2, 29),
                                LocalDate.of(2024, 3, 1),
                                Map.of(
                                        Facet.NEWSPAPER,
                                        new Choice(List.of("边城日报", "晨报"), List.of()),
                                        Facet.COLUMN,
                                        new Choice(List.of(), List.of("要闻")),
                                        Facet.KIND,
                                        new Choice(List.of("photo"), List.of())),
                                List.of(Facet.YEAR, Facet.PAGE),
                                5,
                                SearchOrder.OLDEST,
                                9900,
                                100,
                                Reprints.APART,
                                null));
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, x",
        "limit, 99999999999",
        "offset, -1",
        "offset, 9901",
        "from, 2023-02-29",
        "from, yesterday",
        "to, 20240301",
        "to, +12024-01-01",
        "kind, advert",
        "not-year, 24",
        "month, 2024-13",
        "page, one",
        "facets, colour",
        "facet-size, 0",
        "cursor, x",
        "cursor, e30",
        "sort, best"
    })
    void badValueIsRefusedByName(String name, String value) {
        SearchParameters parameters = new SearchParameters();
        switch (name) {
            case "limit" -> parameters.limit = value;
            case "offset" -> parameters.offset = value;
            case "from" -> parameters.from = value;
            case "to" -> parameters.to = value;
            case "kind" -> parameters.narrowed.kind = List.of(value);
            case "not-year" -> parameters.narrowed.notYear = List.of(value);
            case "month" -> parameters.narrowed.month = List.of(value);
            case "page" -> parameters.narrowed.page = List.of(value);
            case "facets" -> parameters.facets = value;
            case "facet-size" -> parameters.facetSize = value;
            case "cursor" -> parameters.cursor = value;
            default -> parameters.sort = value;
        }

        assertThatExceptionOfType(InvalidParameter.class)
                .isThrownBy(() -> parameters.toQuery(LIMITS))
                .satisfies(invalid -> assertThat(invalid.parameter()).isEqualTo(name))
                .satisfies(invalid -> assertThat(invalid.advice().en()).startsWith("Give "));
    }

    @Test
    void textIsCountedInCharactersNotInHalves() {
        SearchParameters parameters = new SearchParameters();
        parameters.q = "𠮷".repeat(1000);

        assertThat(parameters.toQuery(LIMITS).text()).hasSize(2000);

        parameters.q = "𠮷".repeat(1001);
        assertThatExceptionOfType(InvalidParameter.class)
                .isThrownBy(() -> parameters.toQuery(LIMITS))
                .satisfies(invalid -> assertThat(invalid.parameter()).isEqualTo("q"));
    }

    @Test
    void rangeThatEndsBeforeItStartsIsRefused() {
        SearchParameters parameters = new SearchParameters();
        parameters.from = "2024-03-02";
        parameters.to = "2024-03-01";

        assertThatExceptionOfType(InvalidParameter.class)
                .isThrownBy(() -> parameters.toQuery(LIMITS))
                .satisfies(invalid -> assertThat(invalid.parameter()).isEqualTo("to"));
    }
}
