package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens that the gateway makes of API keys are accepted beside those of the identity provider, and only as its own. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X16")
class SecondIssuerTest {

    private static JwtClaims claims(String issuer) {
        var claims = TestTokens.claims("client:1", Map.of("organisation", "LV-SBG"), "applicant");
        claims.setIssuer(issuer);
        return claims;
    }

    private static int status(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("title", "by a client of a partner"))
                .post("/v1/notes")
                .statusCode();
    }

    @Test
    void aTokenOfTheGatewayIsAccepted() {
        given().auth()
                .oauth2(TestTokens.signedByGateway(claims(TestTokens.gatewayIssuer())))
                .contentType("application/json")
                .body(Map.of("title", "by a client of a partner"))
                .post("/v1/notes")
                .then()
                .statusCode(201);
    }

    @Test
    void neitherIssuerSpeaksForTheOther() {
        for (var token : List.of(
                TestTokens.signedByGateway(claims(TestTokens.issuer)),
                TestTokens.sign("RS256", claims(TestTokens.gatewayIssuer())),
                TestTokens.sign("RS256", claims("http://elsewhere.example/mpf")))) {
            assertThat(status(token)).isEqualTo(401);
        }
    }

    @Test
    void aTokenOfTheGatewayNeedsTheAudienceAndALifetimeToo() {
        var elsewhere = claims(TestTokens.gatewayIssuer());
        elsewhere.setAudience("other");
        var over = claims(TestTokens.gatewayIssuer());
        over.setExpirationTimeMinutesInTheFuture(-10);
        for (var claims : List.of(elsewhere, over)) {
            assertThat(status(TestTokens.signedByGateway(claims))).isEqualTo(401);
        }
    }
}
