package eu.mpf.testkit;

import eu.mpf.testkit.openapi.ResponseCheck;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Calls to the service under test; every answer is checked against its OpenAPI document. */
public final class Api {

    private Api() {}

    /** @param identityOrRole see {@link Tokens#of(String)} */
    public static RequestSpecification as(String identityOrRole) {
        return withToken(Tokens.of(identityOrRole));
    }

    public static RequestSpecification as(String identityOrRole, Map<String, Object> claims) {
        return withToken(Tokens.of(identityOrRole, claims));
    }

    public static RequestSpecification withToken(String token) {
        // As a header, so that checks see whose request it is.
        return anonymous().header("Authorization", "Bearer " + token);
    }

    public static RequestSpecification anonymous() {
        // Paths hold verbs after a colon and tokens with an equals sign: they go out as written.
        return RestAssured.given().urlEncodingEnabled(true).filter(new ResponseCheck());
    }

    /** Without the check, for deliberately broken requests that no document describes. */
    public static RequestSpecification unchecked() {
        return RestAssured.given();
    }
}
