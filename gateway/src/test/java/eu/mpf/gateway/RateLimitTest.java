package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Limits by client on the forwarding path. */
@Tag("X18")
class RateLimitTest {

    private static final String[] TIGHT = {
        "gateway.rate-limits.anonymous", "3", "gateway.rate-limits.token", "6", "gateway.rate-limits.window", "10m"
    };

    @Test
    void whatIsOverTheLimitIsAnswered429WithAHintWhenToComeBack() throws Exception {
        try (Issuer issuer = new Issuer();
                RawUpstream upstream = new RawUpstream();
                RunningGateway gateway = new RunningGateway(upstream.port(), issuer, TIGHT)) {
            for (int left = 2; left >= 0; left--) {
                Answer answer = RawClient.get(gateway.port, "/v1/projects");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.header("RateLimit-Policy")).contains("\"anonymous\";q=3;w=600");
                assertThat(answer.header("RateLimit").orElseThrow()).startsWith("\"anonymous\";r=" + left + ";t=");
                upstream.next();
            }
            Answer over = RawClient.get(gateway.port, "/v1/projects");
            assertThat(over.status()).isEqualTo(429);
            assertThat(over.body()).contains("\"code\":\"too-many-requests\"");
            assertThat(Integer.parseInt(over.header("Retry-After").orElseThrow()))
                    .isBetween(1, 200);
            assertThat(over.header("RateLimit").orElseThrow()).startsWith("\"anonymous\";r=0;t=");
            assertThat(upstream.untouched()).isTrue();
        }
    }

    @Test
    void eachClientHasALimitOfItsOwnAndATokenAHigherOne() throws Exception {
        try (Issuer issuer = new Issuer();
                RawUpstream upstream = new RawUpstream();
                RunningGateway gateway = new RunningGateway(upstream.port(), issuer, TIGHT)) {
            for (String subject : new String[] {"one", "two"}) {
                String bearer = "Authorization: Bearer " + issuer.token(claims -> claims.subject(subject));
                for (int i = 0; i < 6; i++) {
                    assertThat(RawClient.get(gateway.port, "/v1/projects", bearer)
                                    .status())
                            .isEqualTo(200);
                }
                assertThat(RawClient.get(gateway.port, "/v1/projects", bearer).status())
                        .isEqualTo(429);
                String again = "Authorization: Bearer "
                        + issuer.token(claims -> claims.subject(subject).claim("another", "token"));
                assertThat(RawClient.get(gateway.port, "/v1/projects", again).status())
                        .as("a new token is no new limit")
                        .isEqualTo(429);
            }
            assertThat(RawClient.get(gateway.port, "/v1/projects").status()).isEqualTo(200);
        }
    }

    @Test
    void aTrustedProxysClientsAreToldApartAndOthersCannotPretend() throws Exception {
        String[] trusting = java.util.Arrays.copyOf(TIGHT, TIGHT.length + 2);
        trusting[TIGHT.length] = "gateway.trusted-proxies";
        trusting[TIGHT.length + 1] = "127.0.0.1";
        try (Issuer issuer = new Issuer();
                RawUpstream upstream = new RawUpstream();
                RunningGateway trusted = new RunningGateway(upstream.port(), issuer, trusting);
                RunningGateway wary = new RunningGateway(upstream.port(), issuer, TIGHT)) {
            int pretenders = 0;
            for (int i = 0; i < 5; i++) {
                String claim = "X-Forwarded-For: 198.51.100." + i;
                assertThat(RawClient.get(trusted.port, "/v1/projects", claim).status())
                        .isEqualTo(200);
                pretenders += RawClient.get(wary.port, "/v1/projects", claim).status() == 429 ? 1 : 0;
            }
            assertThat(pretenders).isEqualTo(2);
            int network = 0;
            for (int i = 0; i < 5; i++) {
                network += RawClient.get(trusted.port, "/v1/projects", "X-Forwarded-For: 2001:db8:1:2::" + i)
                                        .status()
                                == 429
                        ? 1
                        : 0;
            }
            assertThat(network).as("one IPv6 network is one client").isEqualTo(2);
        }
    }
}
