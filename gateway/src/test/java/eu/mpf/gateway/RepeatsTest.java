package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.mpf.gateway.kit.FrontDoor;
import eu.mpf.gateway.kit.StubPlatform;
import eu.mpf.gateway.route.KeyedPosts;
import eu.mpf.testkit.MpfTest;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What services break off is sent again by what their own contracts say, which the gateway asks them for. */
@MpfTest
@QuarkusTestResource(StubPlatform.class)
class RepeatsTest {

    @Inject
    GatewayLifecycle gateway;

    @Inject
    KeyedPosts keyed;

    /** The service breaks off the first request to each path. */
    private int postToBreakOff(String verb) {
        return FrontDoor.unchecked(gateway.port())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body("{}")
                .post("/v1/projects/cut-" + UUID.randomUUID() + verb)
                .statusCode();
    }

    @Test
    void aPostWithAKeyIsSentAgainWhereItsContractTakesOneAndNowhereElse() {
        // nothing is sent again before the service has said what it knows again
        await().atMost(Duration.ofSeconds(20)).until(() -> postToBreakOff(":keep") == 204);
        assertThat(postToBreakOff(":forget")).isEqualTo(502);
        assertThat(postToBreakOff("")).isEqualTo(502);
    }

    @ParameterizedTest
    @CsvSource({"/v1/api-clients, true", "/v1/api-clients/1/keys, false", "/v1/api-clients/1/keys/2:rotate, false"})
    void ofItsOwnOperationsThoseThatShowASecretAreNotSentAgain(String path, boolean again) {
        assertThat(keyed.contains("gateway", path)).isEqualTo(again);
    }
}
