package eu.mpf.gateway.policy.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jwt.JWTClaimsSet;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.Rehearsal;
import eu.mpf.gateway.kit.Issuer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of a token, and what is said of one that is not. */
class TokenVerifierTest {

    private static final String UNVERIFIABLE = "The token cannot be verified.";

    private final Signer signer = new Signer();
    private final TokenVerifier verifier = signer.verifier();

    private Caller verify(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return verifier.verify(signer.token(change));
    }

    @Test
    void aCallerIsWhoTheTokenSays() throws Exception {
        Instant end = Instant.now().plusSeconds(100).truncatedTo(ChronoUnit.SECONDS);
        Caller caller = verify(claims -> claims.claim("roles", Arrays.asList("evaluator", null, "applicant"))
                .claim("organisation", "LV-SBG")
                .claim("name", "Somebody")
                .claim("scope", "  projects:read \t calls:write ")
                .expirationTime(Date.from(end)));
        assertThat(caller)
                .isEqualTo(new Caller(
                        "rapporteur",
                        "Somebody",
                        Set.of("evaluator", "applicant"),
                        "LV-SBG",
                        List.of("projects:read", "calls:write"),
                        end,
                        null,
                        null));
        assertThat(caller.isAnonymous()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t "})
    void whatATokenDoesNotSayIsNotThere(String scope) throws Exception {
        for (Caller caller : List.of(verify(claims -> claims), verify(claims -> claims.claim("scope", scope)))) {
            assertThat(caller.name()).isNull();
            assertThat(caller.organisation()).isNull();
            assertThat(caller.roles()).isEmpty();
            assertThat(caller.scopes()).isEmpty();
            assertThat(caller.client()).isNull();
        }
    }

    @Test
    void aSubjectOfTheFormTheGatewayGivesIsAnApiClient() throws Exception {
        UUID client = UUID.randomUUID();
        assertThat(verify(claims -> claims.subject("client:" + client)).client())
                .isEqualTo(client);
        assertThat(verify(claims -> claims.subject("Client:" + client)).client())
                .isNull();
        assertThatThrownBy(() -> verify(claims -> claims.subject("client:mirror")))
                .isInstanceOf(BadTokenException.class);
    }

    static Stream<Arguments> faults() {
        Instant now = Instant.now();
        return Stream.of(
                fault("The token has expired.", claims -> claims.expirationTime(Date.from(now.minusSeconds(45)))),
                fault("The token is not valid yet.", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(45)))),
                fault("The token is not meant for this platform.", claims -> claims.audience("other")),
                fault("The token is not meant for this platform.", claims -> claims.audience((String) null)),
                fault("The token comes from another issuer.", claims -> claims.issuer("https://other.example")),
                fault("The token comes from another issuer.", claims -> claims.issuer("https://issuer.example")),
                fault(UNVERIFIABLE, claims -> claims.subject(null)),
                fault(UNVERIFIABLE, claims -> claims.expirationTime(null)),
                fault(UNVERIFIABLE, claims -> claims.issueTime(null)),
                fault(UNVERIFIABLE, claims -> claims.claim("roles", 7)),
                fault(UNVERIFIABLE, claims -> claims.claim("scope", List.of("projects:read"))),
                fault(UNVERIFIABLE, claims -> claims.claim("name", Map.of("en", "x"))));
    }

    private static Arguments fault(String reason, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(reason, change);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aTokenWithAFaultIsRefusedWithItsReason(String reason, UnaryOperator<JWTClaimsSet.Builder> change) {
        assertThatThrownBy(() -> verify(change))
                .isInstanceOf(BadTokenException.class)
                .hasMessage(reason);
    }

    @Test
    void clocksMayDifferByHalfAMinute() throws Exception {
        Instant now = Instant.now();
        assertThat(verify(claims -> claims.expirationTime(Date.from(now.minusSeconds(15)))))
                .isNotNull();
        assertThat(verify(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(15)))))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jose", "at+jwt+x"})
    void aTokenMadeHereIsOfOneTypeOnly(String type) {
        assertThatThrownBy(() -> verifier.verify(signer.token(type, claims -> claims)))
                .isInstanceOf(BadTokenException.class)
                .hasMessage(UNVERIFIABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoTokenIsRefused(String text) {
        assertThatThrownBy(() -> verifier.verify(text))
                .isInstanceOf(BadTokenException.class)
                .hasMessage(UNVERIFIABLE);
    }

    @Test
    void aChangedTokenIsRefused() {
        String[] part = signer.token().split("\\.");
        String[] other = signer.token(claims -> claims.subject("administrator")).split("\\.");
        assertThatThrownBy(() -> verifier.verify(part[0] + "." + other[1] + "." + part[2]))
                .isInstanceOf(BadTokenException.class);
    }

    @Test
    void whenTheKeysCannotBeHadNothingIsSaidOfTheToken() {
        KeySourceException away = new KeySourceException("the issuer is away", null);
        signer.fail(away);
        assertThatThrownBy(() -> verifier.verify(signer.token()))
                .isInstanceOf(IdentityUnavailableException.class)
                .hasCause(away);
    }

    @Test
    void aKeyThatWasNotAmongThoseJustFetchedIsUnknown() {
        signer.fail(new RateLimitReachedException());
        assertThatThrownBy(() -> verifier.verify(signer.token()))
                .isInstanceOf(BadTokenException.class)
                .hasMessage("unknown key");
    }

    @Test
    void aTokenIsAddressedByItsIssuerWhetherOrNotItIsGood() {
        assertThat(verifier.isAddressed(signer.token())).isTrue();
        assertThat(verifier.isAddressed(signer.token(claims -> claims.subject(null))))
                .isTrue();
        assertThat(verifier.isAddressed(signer.token(claims -> claims.issuer("https://issuer.example"))))
                .isFalse();
        assertThat(verifier.isAddressed(signer.token(claims -> claims.issuer(null))))
                .isFalse();
        assertThat(verifier.isAddressed("a.b.c")).isFalse();
    }

    private static GatewayConfig.Identity identity(Issuer issuer) {
        return Rehearsal.config(
                        "identity.issuer",
                        issuer.url(),
                        "identity.jwks-url",
                        issuer.jwksUrl(),
                        "identity.key-refresh",
                        "1m")
                .identity();
    }

    @Test
    void theIssuersKeysAreFetchedOnceAndForANewOneAgainButNotForEveryUnknownOne() throws Exception {
        try (Issuer issuer = new Issuer()) {
            TokenVerifier fetching = new TokenVerifier(identity(issuer));
            assertThat(issuer.fetches()).isZero();
            assertThat(fetching.verify(issuer.token()).subject()).isEqualTo("applicant-lv");
            assertThat(fetching.verify(issuer.ellipticToken()).subject()).isEqualTo("applicant-lv");
            assertThat(fetching.verify(issuer.token("JWT", claims -> claims))).isNotNull();
            assertThat(issuer.fetches()).isEqualTo(1);
            issuer.rotate();
            assertThat(fetching.verify(issuer.token())).isNotNull();
            assertThat(issuer.fetches()).isEqualTo(2);
            issuer.rotate();
            assertThatThrownBy(() -> fetching.verify(issuer.token()))
                    .isInstanceOf(BadTokenException.class)
                    .hasMessage("unknown key");
            assertThat(issuer.fetches()).isEqualTo(2);
        }
    }

    @Test
    void anIssuerThatIsAwayIsNotTheTokensFault() throws Exception {
        Issuer issuer = new Issuer();
        issuer.close();
        TokenVerifier fetching = new TokenVerifier(identity(issuer));
        assertThatThrownBy(() -> fetching.verify(issuer.token())).isInstanceOf(IdentityUnavailableException.class);
    }

    @Test
    void anAddressOfKeysThatIsNoneIsNotedAtTheStart() {
        GatewayConfig.Identity odd =
                Rehearsal.config("identity.jwks-url", "keys://x").identity();
        assertThatThrownBy(() -> new TokenVerifier(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys://x");
    }
}
