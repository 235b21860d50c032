package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The API as it is, against the API as it is promised.
@QuarkusTest
@WithTestResource(FakeElasticsearch.class)
class OpenApiContractTest {
    private static final Path CONTRACT = Path.of("src/main/contract/openapi.yaml");

    @Test
    void documentIsTheOneThatWasPromised() throws IOException {
        String document = given().get("/q/openapi?format=yaml").then().extract().asString();

        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(CONTRACT, document);
            fail("%s is written anew: read the difference, then run without -Dgolden", CONTRACT);
        }

        assertThat(document)
                .as("the API has changed; if it should have, run with -Dgolden=update")
                .isEqualTo(Files.readString(CONTRACT));
    }

    @Test
    void swaggerPageIsThereAndTheReadersPagesAreNotInTheDocument() {
        given().get("/q/swagger-ui/").then().statusCode(200);

        assertThat(given().get("/q/openapi?format=yaml").asString())
                .contains("/api/search:")
                .doesNotContain("text/html");
    }
}
