package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private static Issuer issuer;
    private static RawUpstream upstream;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        issuer = new Issuer();
        upstream = new RawUpstream();
        gateway = new RunningGateway(upstream.port(), issuer);
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
        issuer.close();
    }

    private static Answer with(String token) throws Exception {
        return RawClient.get(gateway.port, "/v1/projects", "Authorization: Bearer " + token);
    }

    @Test
    void aRequestWithoutATokenGoesOnAsAnonymous() throws Exception {
        assertThat(RawClient.get(gateway.port, "/v1/projects").status()).isEqualTo(200);
        assertThat(upstream.next().all("Authorization")).isEmpty();
    }

    @Test
    void aGoodTokenIsForwardedAsItCame() throws Exception {
        String token = issuer.token();
        assertThat(with(token).status()).isEqualTo(200);
        assertThat(upstream.next().all("Authorization")).containsExactly("Bearer " + token);
        assertThat(with(issuer.token("JWT", claims -> claims)).status()).isEqualTo(200);
        upstream.next();
        assertThat(with(issuer.ellipticToken()).status()).as("ES256").isEqualTo(200);
        upstream.next();
    }

    @Test
    void aTokenWithinTheClockSkewIsAccepted() throws Exception {
        Date justPast = Date.from(Instant.now().minusSeconds(10));
        Date soon = Date.from(Instant.now().plusSeconds(10));
        assertThat(with(issuer.token(c -> c.expirationTime(justPast))).status()).isEqualTo(200);
        assertThat(with(issuer.token(c -> c.notBeforeTime(soon))).status()).isEqualTo(200);
        upstream.next();
        upstream.next();
    }

    @Test
    void oddAuthorizationHeadersAreRefused() throws Exception {
        String good = "Authorization: Bearer " + issuer.token();
        assertThat(RawClient.get(gateway.port, "/v1/projects", good, good).status())
                .isEqualTo(401);
        for (String odd : new String[] {"Basic dTpw", "Bearer", "Bearer ", "", "bearertoken"}) {
            assertThat(RawClient.get(gateway.port, "/v1/projects", "Authorization: " + odd)
                            .status())
                    .as(odd)
                    .isEqualTo(401);
        }
        assertThat(upstream.untouched()).isTrue();
    }

    @Test
    void keysAreFetchedWhenFirstNeededKeptAndFetchedAnewAfterARotation() throws Exception {
        try (Issuer own = new Issuer();
                RunningGateway fresh = new RunningGateway(upstream.port(), own)) {
            assertThat(own.fetches())
                    .as("nothing is fetched before a token comes")
                    .isZero();
            for (int i = 0; i < 3; i++) {
                String subject = "caller-" + i;
                assertThat(status(fresh, own.token(c -> c.subject(subject)))).isEqualTo(200);
            }
            assertThat(own.fetches()).isEqualTo(1);
            own.rotate();
            assertThat(status(fresh, own.token(c -> c.subject("after-rotation"))))
                    .isEqualTo(200);
            assertThat(own.fetches()).isEqualTo(2);
            for (int i = 0; i < 4; i++) {
                upstream.next();
            }
        }
    }

    @Test
    void withoutTheIssuerTokensAreNotJudgedAndPublicReadsGoOn() throws Exception {
        try (Issuer gone = new Issuer()) {
            String token = gone.token();
            gone.close();
            try (RunningGateway fresh = new RunningGateway(upstream.port(), gone)) {
                assertThat(status(fresh, token)).isEqualTo(503);
                assertThat(RawClient.get(fresh.port, "/v1/projects").status()).isEqualTo(200);
                upstream.next();
            }
        }
    }

    @Test
    void anAddressThatShowsTooManyBadTokensIsTurnedAwayButItsGoodOnesStillServe() throws Exception {
        try (RunningGateway strict = new RunningGateway(upstream.port(), issuer, "gateway.limits.bad-tokens", "5")) {
            String good = issuer.token();
            assertThat(status(strict, good)).isEqualTo(200);
            int turnedAway = 0;
            for (int i = 0; i < 40; i++) {
                turnedAway += status(strict, "bad." + i + ".token") == 429 ? 1 : 0;
            }
            assertThat(turnedAway).isPositive();
            assertThat(status(strict, good)).isEqualTo(200);
            upstream.next();
            upstream.next();
            assertThat(upstream.untouched()).isTrue();
        }
    }

    private static int status(RunningGateway which, String token) throws Exception {
        return RawClient.get(which.port, "/v1/projects", "Authorization: Bearer " + token)
                .status();
    }
}
