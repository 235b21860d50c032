package org.broadsheet.query.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

class CitationTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());

    private static final String WHOLE =
            """
            {"id":"courier-1954-03-02-p01-03","headline":"港口安静 船只待卸","authors":["李明","王小燕"],
             "titleCode":"courier","titleName":"边城日报","date":"1954-03-02","page":1,"source":"人民日报"}
            """;

    @Test
    void articleOfANewspaperAsTheStandardsHaveIt() {
        Citation citation = of(WHOLE);

        assertThat(citation.gbt7714()).isEqualTo("李明, 王小燕. 港口安静 船只待卸[N]. 边城日报, 1954-03-02(1).");
        assertThat(citation.bibtex())
                .isEqualTo(
                        """
                        @article{courier-1954-03-02-p01-03,
                          author = {{李明} and {王小燕}},
                          title = {{港口安静 船只待卸}},
                          journal = {边城日报},
                          year = {1954},
                          date = {1954-03-02},
                          pages = {1},
                          note = {人民日报}
                        }
                        """);
        assertThat(citation.ris())
                .isEqualTo(
                        """
                        TY  - NEWS
                        AU  - 李明
                        AU  - 王小燕
                        TI  - 港口安静 船只待卸
                        T2  - 边城日报
                        PY  - 1954
                        DA  - 1954/03/02
                        SP  - 1
                        N1  - 人民日报
                        ID  - courier-1954-03-02-p01-03
                        ER  -\s
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void whatThePageDoesNotSayIsLeftOut() {
        Citation citation = of("{\"id\":\"a-01\",\"body\":\"码头仍然停着。中午再谈。\"}");

        assertThat(citation.gbt7714()).isEqualTo("码头仍然停着。[N].");
        assertThat(citation.bibtex()).isEqualTo("@article{a-01,\n  title = {{码头仍然停着。}}\n}\n");
        assertThat(citation.ris())
                .isEqualTo("TY  - NEWS\r\nTI  - 码头仍然停着。\r\nID  - a-01\r\nER  - \r\n");
    }

    @Test
    void threeAuthorsAreNamedAndTheOthersMeant() {
        Citation citation =
                of("{\"id\":\"a-01\",\"headline\":\"港口\",\"authors\":[\"甲\",\"乙\",\"丙\",\"丁\"]}");

        assertThat(citation.gbt7714()).isEqualTo("甲, 乙, 丙, 等. 港口[N].");
        assertThat(citation.bibtex()).contains("{甲} and {乙} and {丙} and {丁}");
    }

    @Test
    void noTextOfAPageIsASignOrAFieldOfItsOwn() {
        Citation citation =
                of(
                        """
                        {"id":"a 1,}","headline":"50% & {#1}_\\\\x^~$\\nER  - \\r\\nTY  - BOOK","authors":["A\\nB"]}
                        """);

        assertThat(citation.bibtex())
                .startsWith("@article{a-1--,\n")
                .contains(
                        "title = {{50\\% \\& \\{\\#1\\}\\_\\textbackslash{}x\\textasciicircum{}"
                                + "\\textasciitilde{}\\$ ER  -  TY  - BOOK}}")
                .contains("author = {{A B}}");
        assertThat(citation.ris().lines()).filteredOn(line -> line.startsWith("ER")).hasSize(1);
        assertThat(citation.ris().lines()).filteredOn(line -> line.startsWith("TY")).hasSize(1);
    }

    private static Citation of(String document) {
        try {
            return Citation.of(JSON.readValue(document, ArticleDocument.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
