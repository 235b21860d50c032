package org.broadsheet.stack.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Test
    void countsAreReadByTheirPath() {
        Json json = Json.parse("{\"files\": {\"stored\": 5, \"waiting\":0}, \"lag\": -1 }\n");

        assertThat(json.at("files", "stored").number()).hasValue(5);
        assertThat(json.at("files", "waiting").number()).hasValue(0);
        assertThat(json.at("lag").number()).hasValue(-1);
        assertThat(json.at("files", "rejected").number()).isEmpty();
        assertThat(json.at("lag", "stored").number()).isEmpty();
    }

    @Test
    void textsAndListsAreRead() {
        Json json =
                Json.parse(
                        "{\"a\":[{\"n\":\"x\\\"y\\u515a\\n\"},true,null,1.5e3],\"b\":[],\"c\":{}}");

        assertThat(json.at("a").elements()).hasSize(4);
        assertThat(json.at("a").elements().getFirst().at("n").text()).contains("x\"y党\n");
        assertThat(json.at("a").elements().getLast().number()).isEmpty();
        assertThat(json.at("b").elements()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"a\":1",
                "{\"a\":1,}",
                "[1 2]",
                "01",
                "{\"a\" 1}",
                "{a:1}",
                "1 2",
                "nul",
                "\"\\x\"",
                "\"\\u12g4\"",
                "<html>",
                "[1,]"
            })
    void whatIsNoJsonIsNothing(String text) {
        assertThat(Json.parse(text)).isEqualTo(Json.nothing());
    }

    @Test
    void deepNestingIsRefusedNotFollowed() {
        assertThat(Json.parse("[".repeat(100_000))).isEqualTo(Json.nothing());
    }
}
