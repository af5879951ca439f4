package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.RunningGateway;
import eu.mpf.gateway.kit.StubPlatform;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are safe only because they are not what the framework would choose. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(StubPlatform.class)
@Tag("E-31")
class DefaultsTest {

    @ParameterizedTest
    @CsvSource({
        "quarkus.security.jaxrs.deny-unannotated-endpoints, true",
        "quarkus.http.host, 127.0.0.1",
        "quarkus.http.limits.max-body-size, 256K",
        "quarkus.http.idle-timeout, 60s",
        "quarkus.http.read-timeout, 10s",
        "quarkus.http.limits.max-connections, 2000",
        "quarkus.http.enable-compression, false",
        "quarkus.flyway.clean-disabled, true",
        "quarkus.shutdown.delay-enabled, true"
    })
    void theInnerPortIsSetAsItMustBe(String key, String value) {
        assertThat(ConfigProvider.getConfig().getOptionalValue(key, String.class))
                .contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.http.proxy.proxy-address-forwarding",
        "quarkus.http.proxy.allow-forwarded",
        "quarkus.http.proxy.allow-x-forwarded"
    })
    void nobodyIsBelievedAboutForwardingUnlessNamed(String key) {
        assertThat(ConfigProvider.getConfig()
                        .getOptionalValue(key, Boolean.class)
                        .orElse(false))
                .isFalse();
    }

    @Test
    void thePublicPortIsStrictWithoutAnySetting() {
        GatewayConfig.Gateway defaults = RunningGateway.config(Map.of(
                        "mpf.identity.issuer", "x",
                        "mpf.identity.jwks-url", "http://x",
                        "mpf.gateway.inner-url", "http://x"))
                .gateway();
        assertThat(defaults.host()).as("loopback until somebody opens it").isEqualTo("127.0.0.1");
        assertThat(defaults.development()).isFalse();
        assertThat(defaults.webhooks().allowPrivate()).isFalse();
        assertThat(defaults.trustedProxies()).isEqualTo(Optional.empty());
        assertThat(defaults.corsOrigins()).isEqualTo(Optional.empty());
        assertThat(defaults.limits().headers().asLongValue()).isLessThanOrEqualTo(16 * 1024);
        assertThat(defaults.limits().headerCount()).isLessThanOrEqualTo(100);
        assertThat(defaults.limits().badTokens()).isLessThanOrEqualTo(50);
        assertThat(defaults.timeouts().response().toSeconds()).isLessThanOrEqualTo(30);
    }

    /** Otherwise a client that falls silent would be told that the service broke off, and would make it seem to fail. */
    @Test
    void theGatewayIsLessPatientWithAClientThanTheServiceBehindIt() {
        GatewayConfig.Gateway.Timeouts defaults = RunningGateway.config(Map.of(
                        "mpf.identity.issuer", "x",
                        "mpf.identity.jwks-url", "http://x",
                        "mpf.gateway.inner-url", "http://x"))
                .gateway()
                .timeouts();
        String ofServices = ConfigProvider.getConfig().getValue("quarkus.http.read-timeout", String.class);
        assertThat(defaults.receive().plus(defaults.sweep())).isLessThan(DurationConverter.parseDuration(ofServices));
    }
}
