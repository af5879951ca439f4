package eu.mpf.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.kit.Issuer;
import eu.mpf.gateway.kit.RawClient;
import eu.mpf.gateway.kit.RawClient.Answer;
import eu.mpf.gateway.kit.RawUpstream;
import eu.mpf.gateway.kit.RunningGateway;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What services say of the language of an answer, and of what else it depends on, on its way to the client. */
@Tag("X10")
class LanguageHeadersTest {

    private static final String[] ORIGINS = {"gateway.cors-origins", "https://front.example"};

    private Issuer issuer;
    private RawUpstream upstream;

    @BeforeEach
    void start() throws Exception {
        issuer = new Issuer();
        upstream = new RawUpstream();
    }

    @AfterEach
    void stop() throws Exception {
        upstream.close();
        issuer.close();
    }

    private static List<String> vary(Answer answer) {
        return answer.all("Vary").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private void answers(String vary, int length) {
        upstream.answer("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Language: fr\nVary: " + vary
                + "\nContent-Length: " + length + "\n\n" + "x".repeat(length));
    }

    /** Small and large, compressed and not, for frontends and without any: what the service says stays, once. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100    | Accept-Language              | accept-language,origin",
                "2000   | Accept, Accept-Language      | accept,accept-encoding,accept-language,origin",
                "300000 | Accept-Language              | accept-encoding,accept-language,origin",
                "2000   | Origin, accept-encoding      | accept-encoding,origin",
                "100    | Accept-Language, Origin      | accept-language,origin",
            })
    void varyAndContentLanguagePassOnceAndTheServiceHearsWhatIsPreferred(int length, String said, String expected)
            throws Exception {
        answers(said, length);
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer, ORIGINS)) {
            for (String encoding : List.of("gzip", "identity")) {
                Answer answer = RawClient.get(
                        gateway.port,
                        "/v1/projects",
                        "Accept-Language: fr-BE, de;q=0.5",
                        "Accept-Encoding: " + encoding,
                        "Origin: https://front.example");
                assertThat(vary(answer)).containsExactlyInAnyOrder(expected.split(","));
                assertThat(answer.all("Content-Language")).containsExactly("fr");
                assertThat(upstream.next().all("Accept-Language")).containsExactly("fr-BE, de;q=0.5");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr-BE, de;q=0.5 | fr | Le chemin est ambigu",
                "de              | de | Der Pfad ist mehrdeutig",
                "fi, pt;q=0.9    | en | The path is ambiguous",
                "!!!             | en | The path is ambiguous",
            })
    void whatTheGatewayRefusesSaysItsLanguageAndThatAnotherMayBeHad(String asked, String language, String title)
            throws Exception {
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer, ORIGINS)) {
            Answer refused = RawClient.get(gateway.port, "/v1//x", "Accept-Language: " + asked);
            assertThat(refused.all("Content-Language")).containsExactly(language);
            assertThat(refused.body()).contains(title);
        }
    }

    /** Nothing of the service's answer stands in the problem that comes in its place. */
    @Test
    void anAnswerThatBreaksOffLeavesNothingOfItsHead() throws Exception {
        upstream.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Language: fr\nETag: \"7\"\n"
                    + "Vary: Accept-Language\nContent-Disposition: attachment\nContent-Length: 5000\n\nhalf");
            connection.close();
        });
        try (RunningGateway gateway = new RunningGateway(upstream.port(), issuer, ORIGINS)) {
            Answer broken = RawClient.get(gateway.port, "/v1/projects", "Accept-Encoding: gzip", "Accept-Language: de");
            assertThat(broken.status()).isEqualTo(502);
            assertThat(broken.body()).as("in clear").contains("\"code\":\"bad-gateway\"");
            assertThat(broken.all("Content-Encoding")).isEmpty();
            assertThat(broken.all("ETag")).isEmpty();
            assertThat(broken.all("Content-Disposition")).isEmpty();
            assertThat(broken.all("Content-Type")).containsExactly("application/problem+json");
            assertThat(broken.all("Content-Language")).containsExactly("de");
            assertThat(broken.all("X-Request-Id")).hasSize(1);
            assertThat(vary(broken)).contains("accept-language").doesNotHaveDuplicates();
        }
    }
}
