package eu.mpf.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A path has one form or none (G13). */
class RequestPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/projects",
                "/v1/projects:batchCreate",
                "/v1/projects/42/reports/1:submit",
                "/a.b/c-d_e~f",
                "/...",
                "/.a",
                "/a.",
                "/..a",
                "/a..",
                "/x/!$&'()*+,=@",
                "/%C3%A4",
                "/a%20b",
                "/%21~"
            })
    void aPlainPathStaysAsItIs(String path) {
        assertThat(RequestPath.normalise(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/%61bc, /abc",
        "/%7Abc, /zbc",
        "/%41%5A, /AZ",
        "/%30%39, /09",
        "/a%2Db, /a-b",
        "/a%2eb, /a.b",
        "/a%5Fb, /a_b",
        "/a%7eb, /a~b",
        "/%c3%a4, /%C3%A4",
        "/a%3ab, /a:b",
        "/%60%7b, /%60%7B",
        "/%40%5b, /%40%5B",
        "/%3a, /:",
        "/%61, /a",
        "/a%25b, /a%25b",
        "/%252e%252e, /%252e%252e",
        "/%ff, /%FF",
        "/%80, /%80",
        "/%7e%20, /~%20",
    })
    void whatNeedNoEncodingIsDecodedAndTheRestIsWrittenInCapitals(String raw, String path) {
        assertThat(RequestPath.normalise(raw)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1",
                "*",
                "http://x/",
                "//",
                "//v1",
                "/v1/",
                "/v1//projects",
                "/.",
                "/..",
                "/v1/.",
                "/v1/..",
                "/./v1",
                "/../v1",
                "/v1/./x",
                "/v1/../x",
                "/%2e",
                "/%2e%2E/x",
                "/.%2e",
                "/v1/%2e./x",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a%5Cb",
                "/a%00",
                "/a%0a",
                "/a%1f",
                "/a%7f",
                "/a%7F",
                "/%",
                "/a%",
                "/a%4",
                "/a%zz",
                "/a%4z",
                "/a%z4",
                "/a%-1",
                "/a;x=1",
                "/a\\b",
                "/a#b",
                "/a?b",
                "/a\"b",
                "/a<b",
                "/a>b",
                "/a^b",
                "/a`b",
                "/a[b",
                "/a]b",
                "/[::1]",
                "/a{b",
                "/a|b",
                "/a}b",
                "/a b",
                "/a\tb",
                "/a\u007fb",
                "/ä",
                "/\u2025/x"
            })
    void whatCouldBeReadInTwoWaysIsNoPath(String raw) {
        assertThat(RequestPath.normalise(raw)).isNull();
    }

    static IntStream octets() {
        return IntStream.range(0, 256);
    }

    @ParameterizedTest
    @MethodSource("octets")
    void everyEncodedOctetIsDecodedKeptOrRefusedWhicheverTheCaseOfItsDigits(int octet) {
        String path = RequestPath.normalise("/x%%%02Xy".formatted(octet));
        assertThat(RequestPath.normalise("/x%%%02xy".formatted(octet))).isEqualTo(path);
        boolean refused = octet < 0x20 || octet == 0x7f || octet == '/' || octet == '\\';
        boolean plain = octet < 0x80 && String.valueOf((char) octet).matches("[A-Za-z0-9._~:-]");
        assertThat(path).isEqualTo(refused ? null : plain ? "/x" + (char) octet + "y" : "/x%%%02Xy".formatted(octet));
    }

    static IntStream characters() {
        return IntStream.range(0, 0x180);
    }

    @ParameterizedTest
    @MethodSource("characters")
    void everyPlainCharacterIsTakenOrRefused(int character) {
        boolean taken =
                character > ' ' && character < 0x7f && !"\\;#?\"<>[]^`{|}%/".contains(String.valueOf((char) character));
        String raw = "/x" + (char) character + "y";
        assertThat(RequestPath.normalise(raw)).isEqualTo(taken || character == '/' ? raw : null);
    }

    @Test
    void aNormalisedPathIsItsOwnNormalForm() {
        String once = RequestPath.normalise("/v1/%70rojects/%c3%a4:%2dx");
        assertThat(once).isEqualTo("/v1/projects/%C3%A4:-x");
        assertThat(RequestPath.normalise(once)).isEqualTo(once);
    }
}
