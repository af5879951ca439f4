package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.page.PageTokens.Position;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X2")
class PageTokensTest {
    private final PageTokens tokens = new PageTokens("key");
    private final Position position = new Position("title desc", "f", Arrays.asList("Ž", null, "0190"));

    private void refused(String token, String sort, String filter, String code) {
        assertThatThrownBy(() -> tokens.read(token, sort, filter)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.type()).isEqualTo(CommonProblem.INVALID_PAGE_TOKEN);
            assertThat(e.errors()).extracting(FieldError::pointer).containsExactly("?pageToken");
            assertThat(e.errors()).extracting(FieldError::code).containsExactly(code);
        });
    }

    @Test
    void aTokenTellsWhereTheListStood() {
        assertThat(tokens.read(tokens.write(position), "title desc", "f")).isEqualTo(position);
    }

    @Test
    void aTokenIsGoodForItsOwnListAlone() {
        var token = tokens.write(position);
        refused(token, "title", "f", "other-parameters");
        refused(token, "title desc", "g", "other-parameters");
    }

    @Test
    void nobodyElseCanMakeOne() {
        refused(new PageTokens("another").write(position), "title desc", "f", "invalid");
        var bytes = Base64.getUrlDecoder().decode(tokens.write(position));
        for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            refused(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), "title desc", "f", "invalid");
        }
    }

    @Test
    void aSignatureAloneOrPartOfOneIsNoToken() {
        for (int length = 0; length <= 16; length++) {
            refused(Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[length]), "", "", "invalid");
        }
        refused("no base64!", "", "", "invalid");
    }

    @ParameterizedTest
    @CsvSource({"projects p, (a = ?)", "p, q", "(a), ?"})
    void anotherQueryOrValueIsAnotherHash(String from, String where) {
        assertThat(Hash.of(from, where, List.of(1)))
                .isEqualTo(Hash.of(from, where, List.of(1)))
                .hasSize(16)
                .isNotEqualTo(Hash.of(from, where, List.of(2)))
                .isNotEqualTo(Hash.of(from + "x", where, List.of(1)))
                .isNotEqualTo(Hash.of(from, where + "x", List.of(1)))
                .isNotEqualTo(Hash.of(from + where, "", List.of(1)))
                .isNotEqualTo(Hash.of(from, where, List.of()));
    }

    @Test
    void anArrayCountsByItsValues() {
        var id = UUID.randomUUID();
        assertThat(Hash.of("t", "a = ANY (?)", List.of(new Object[] {id, "x"})))
                .isEqualTo(Hash.of("t", "a = ANY (?)", List.of(new Object[] {id, "x"})))
                .isNotEqualTo(Hash.of("t", "a = ANY (?)", List.of(new Object[] {id, "y"})));
        assertThat(Hash.of("t", "", Arrays.asList((Object) null))).isNotEqualTo(Hash.of("t", "", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"0, EXACT", "10000, EXACT", "10001, AT_LEAST"})
    void aCountIsTheWholeTruthUpToItsLimit(long counted, Count.Type type) {
        assertThat(Count.of(counted)).isEqualTo(new Count(counted, type));
    }

    @Test
    void thePayloadIsReadableJsonForWhoeverLooksIntoIt() {
        var bytes = Base64.getUrlDecoder().decode(tokens.write(position));
        assertThat(new String(bytes, 16, bytes.length - 16, StandardCharsets.UTF_8))
                .isEqualTo("{\"sort\":\"title desc\",\"filter\":\"f\",\"keys\":[\"Ž\",null,\"0190\"]}");
    }
}
