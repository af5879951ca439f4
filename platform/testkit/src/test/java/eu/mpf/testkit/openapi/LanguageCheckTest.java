package eu.mpf.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Header;
import io.restassured.http.Headers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X10")
class LanguageCheckTest {

    private static Headers headers(String... lines) {
        return new Headers(Arrays.stream(lines)
                .map(line -> line.split(": ", 2))
                .map(line -> new Header(line[0], line[1]))
                .toList());
    }

    private static List<String> complaints(int status, String... lines) {
        return LanguageCheck.complaints(status, headers(lines), null);
    }

    @Test
    void anAnswerThatSaysItsLanguageAndThatItVariesIsRight() {
        assertThat(complaints(200, "Content-Language: fr", "Vary: Accept, accept-language"))
                .isEmpty();
        assertThat(complaints(404, "Content-Language: en", "Vary: Accept-Language", "Vary: Origin"))
                .isEmpty();
        assertThat(complaints(200, "Content-Type: text/plain")).isEmpty();
    }

    @Test
    void aProblemInALanguageVaries() {
        assertThat(complaints(404, "Content-Language: fr", "Vary: Accept")).singleElement();
    }

    @Test
    void aNameInVaryStandsThereOnceOverAllLines() {
        assertThat(complaints(200, "Content-Language: fr", "Vary: Accept, Accept-Language", "Vary: accept-language"))
                .singleElement()
                .asString()
                .contains("accept-language more than once");
    }

    @Test
    void aTextThatVariesSaysWhatItIsButAnEmptyListIsInNoLanguage() {
        assertThat(complaints(200, "Content-Type: text/calendar", "Vary: Accept-Language"))
                .singleElement();
        assertThat(complaints(200, "Content-Type: application/json", "Vary: Accept-Language"))
                .isEmpty();
        assertThat(complaints(304, "Vary: Accept-Language")).isEmpty();
    }

    @Test
    void whatDoesNotVaryIsTheSameForWhoeverAsksInAnotherLanguage() {
        Headers english = headers("Content-Language: en", "Vary: Accept");
        assertThat(LanguageCheck.complaints(200, english, language -> english)).isEmpty();
        assertThat(LanguageCheck.complaints(200, english, language -> headers("Content-Language: " + language)))
                .singleElement();
    }
}
