package eu.mpf.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where to read on in several lists at once. */
class SearchTokenTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        Map<FoundType, String> tokens = Map.of(FoundType.CALL, "abc", FoundType.PROJECT, "d_e-f.ä");
        String text = SearchToken.write(tokens);
        assertThat(text).matches("[A-Za-z0-9_-]+");
        assertThat(SearchToken.read(text)).isEqualTo(tokens);
        assertThat(SearchToken.read(SearchToken.write(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "[]", "{\"NOTHING\":\"a\"}", "{\"CALL\":[1]}", "null", "{\"CALL\":null}", "{"})
    void anythingElseIsNoTokenOfThisSearch(String text) {
        String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        for (String token : new String[] {encoded, text}) {
            assertThatThrownBy(() -> SearchToken.read(token))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> {
                        assertThat(refused.type()).isEqualTo(CommonProblem.INVALID_PAGE_TOKEN);
                        assertThat(refused.errors().getFirst().pointer()).isEqualTo("?pageToken");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PROJECT, projects, /v1/projects/hits, /v1/projects/7",
        "ORGANISATION, projects, /v1/organisations, /v1/organisations/7",
        "EVENT, events, /v1/events, /v1/events/7",
        "CALL, calls, /v1/calls, /v1/calls/7",
    })
    void everyTypeHasItsServiceItsListAndItsAddress(FoundType type, String service, String list, String href) {
        assertThat(type.service()).isEqualTo(service);
        assertThat(type.list()).isEqualTo(list);
        assertThat(type.href("7")).isEqualTo(href);
    }
}
