package eu.mpf.gateway;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.testkit.AdministrationRules;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MpfTest
@QuarkusTestResource(StubPlatform.class)
class AdministrationTest extends AdministrationRules {

    @Inject
    GatewayLifecycle gateway;

    AdministrationTest() {
        super("gateway");
    }

    private RequestSpecification anonymous() {
        return FrontDoor.api(gateway.port());
    }

    private RequestSpecification administrator() {
        return anonymous().contentType("application/json").auth().oauth2(Tokens.of("administrator"));
    }

    @Test
    void theUsualLimitsAreSettingsThatHoldAtOnce() {
        String setting = "/v1/admin/settings/gateway/rate-limits.anonymous";
        String before =
                administrator().get(setting).then().statusCode(200).extract().header("ETag");
        String set = administrator()
                .header("If-Match", before)
                .body(Map.of("value", "90000", "reason", "fewer"))
                .put(setting)
                .then()
                .statusCode(200)
                .body("initial", equalTo("100000"))
                .extract()
                .header("ETag");
        anonymous().get("/health").then().header("RateLimit-Policy", "\"anonymous\";q=90000;w=60");
        administrator().header("If-Match", set).delete(setting).then().statusCode(204);
        anonymous().get("/health").then().header("RateLimit-Policy", "\"anonymous\";q=100000;w=60");
    }

    @Test
    void thisIsNoRehearsal() {
        administrator().get("/v1/admin/rehearsal").then().statusCode(409).body("code", equalTo("no-rehearsal"));
        administrator()
                .body(Map.of("offset", "PT1H"))
                .put("/v1/admin/rehearsal/clock")
                .then()
                .statusCode(409)
                .body("code", equalTo("no-rehearsal"))
                .header("Rehearsal-Clock", nullValue());
    }
}
