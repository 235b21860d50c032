package org.broadsheet.ingest;

import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;

/// The key that the service under test is started with.
final class TestKey {
    static final String VALUE = "the key of the tests";

    private TestKey() {}

    /// Sends it with every request from now on.
    static void isSent() {
        RestAssured.requestSpecification =
                new RequestSpecBuilder().addHeader("Authorization", "Bearer " + VALUE).build();
    }
}
