package eu.mpf.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People sign in by the code grant with PKCE, as at a provider of production. */
class IdentityProviderTest {

    private static final String REDIRECT = "http://127.0.0.1:8080/portal/signed-in.html";

    private final HttpClient http = HttpClient.newHttpClient();
    private final CodeVerifier verifier = new CodeVerifier();
    private IdentityProvider provider;

    @BeforeEach
    void start() {
        provider = IdentityProvider.start(Ports.free());
    }

    @AfterEach
    void stop() {
        provider.stop();
    }

    @Test
    void whoSignsInHasATokenWithWhatTheIdentityMayDo() throws Exception {
        var answer = exchange(code("applicant-lv"), verifier);

        assertThat(answer.statusCode()).isEqualTo(200);
        var token = SignedJWT.parse(found("\"access_token\"\\s*:\\s*\"([^\"]+)\"", answer.body()));
        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("applicant-lv");
        assertThat(claims.getStringListClaim("roles")).containsExactly("applicant");
        assertThat(claims.getStringClaim("organisation")).isEqualTo("LV-SBG");
        assertThat(claims.getStringClaim("client_id")).isEqualTo("portal");
        assertThat(claims.getAudience()).containsExactly("mpf");
    }

    @Test
    void aCodeIsOfNoUseWithoutTheVerifierItWasAskedWith() throws Exception {
        assertThat(exchange(code("applicant-lv"), new CodeVerifier()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void thePortalIsNobodyByItself() throws Exception {
        var answer = post(
                provider.tokenEndpoint(),
                Map.of("grant_type", "client_credentials", "client_id", "portal", "client_secret", "dev-secret"));
        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    /** What the button of an identity leads to. */
    private String code(String identity) throws Exception {
        String place = provider.issuer() + "/authorize?"
                + form(Map.of(
                        "response_type", "code",
                        "client_id", IdentityProvider.PORTAL,
                        "redirect_uri", REDIRECT,
                        "scope", "openid",
                        "state", "of-this-test",
                        "code_challenge_method", "S256",
                        "code_challenge",
                                CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                        .getValue()));
        String page = http.send(HttpRequest.newBuilder(URI.create(place)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        String claims = found(
                        "value=\"" + identity + "\"><input type=\"hidden\" name=\"claims\" value=\"([^\"]+)\"", page)
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        var back = post(place, Map.of("username", identity, "claims", claims));
        assertThat(back.statusCode()).isEqualTo(302);
        String location = back.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REDIRECT).contains("state=of-this-test");
        return found("[?&]code=([^&]+)", location);
    }

    private HttpResponse<String> exchange(String code, CodeVerifier with) throws Exception {
        return post(
                provider.tokenEndpoint(),
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        IdentityProvider.PORTAL,
                        "redirect_uri",
                        REDIRECT,
                        "code",
                        code,
                        "code_verifier",
                        with.getValue()));
    }

    private HttpResponse<String> post(String place, Map<String, String> fields) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(place))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
