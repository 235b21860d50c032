package org.broadsheet.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.broadsheet.query.syntax.QueryNode.All;
import org.broadsheet.query.syntax.QueryNode.Any;
import org.broadsheet.query.syntax.QueryNode.Leaf;
import org.broadsheet.query.syntax.QueryNode.Not;
import org.broadsheet.query.wording.Language;

/// What holds of every query, however odd.
class QuerySyntaxProperties {
    /// Twenty brackets, each with an AND, an OR and a NOT.
    private static final int DEPTH_MAX = 64;

    @Property(tries = 5000, seed = "20261121")
    void anyStringIsReadWithinBounds(@ForAll("queries") String typed) {
        ReadQuery query = ReadQuery.of(typed);

        query.node()
                .ifPresent(
                        root -> {
                            assertThat(depth(root)).isLessThanOrEqualTo(DEPTH_MAX);
                            assertThat(Units.count(query.readAs(Language.EN)))
                                    .isLessThanOrEqualTo(typed.length() * 4 + 20);
                        });
    }

    @Property(tries = 2000, seed = "20261121")
    void anyCharactersAreRead(@ForAll String typed) {
        assertThat(ReadQuery.of(typed)).isNotNull();
    }

    @Property(tries = 5000, seed = "20261121")
    void readBackAndReadAgainIsTheSame(@ForAll("queries") String typed) {
        for (Language language : Language.values()) {
            String once = ReadQuery.of(typed).readAs(language);

            ReadQuery again = ReadQuery.of(once);

            assertThat(again.readAs(language)).isEqualTo(once);
        }
    }

    @Property(seed = "20261121")
    void deepBracketsAreBounded(@ForAll("depths") int brackets) {
        ReadQuery query = ReadQuery.of("(党 OR ".repeat(brackets) + "建" + ")".repeat(brackets));

        assertThat(query.node()).hasValueSatisfying(root -> assertThat(depth(root)).isLessThan(70));
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.integers().between(1, 400);
    }

    /// Pieces that mean something, in any order, with and without spaces.
    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> signs =
                Arbitraries.of(
                        " ",
                        "　",
                        "(",
                        ")",
                        "（",
                        "）",
                        "\"",
                        "＂",
                        "“",
                        "”",
                        "「",
                        "」",
                        "OR",
                        "AND",
                        "NOT",
                        "|",
                        "&&",
                        "-",
                        "－",
                        "*",
                        "?",
                        "？",
                        "~",
                        "~2",
                        ":",
                        "：",
                        "标题:",
                        "作者：",
                        "date:",
                        "日期:2024-0",
                        "版:",
                        "..",
                        "2024",
                        "<=",
                        "\\",
                        "/",
                        "'",
                        "{",
                        "[",
                        "𠮷",
                        "😀",
                        "\u0000",
                        "é",
                        "天气:");
        Arbitrary<String> words =
                Arbitraries.of("党", "党建", "党建联盟", "新质生产力", "Kafka", "1.5", "，", "。");
        return Arbitraries.oneOf(signs, words)
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join("", pieces));
    }

    private static int depth(QueryNode node) {
        return switch (node) {
            case All(List<QueryNode> parts) -> 1 + deepest(parts);
            case Any(List<QueryNode> parts) -> 1 + deepest(parts);
            case Not(QueryNode part) -> 1 + depth(part);
            case Leaf _ -> 1;
        };
    }

    private static int deepest(List<QueryNode> parts) {
        return parts.stream().mapToInt(QuerySyntaxProperties::depth).max().orElseThrow();
    }
}
