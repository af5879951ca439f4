package eu.mpf.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Sha256;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X5")
class RequestDigestTest {

    private static String scope(String... parts) {
        return HexFormat.of().formatHex(RequestDigest.scope(parts[0], parts[1], parts[2], parts[3]));
    }

    private static String asked(String query, String type, String body) {
        return HexFormat.of().formatHex(RequestDigest.asked(query, type, body));
    }

    @Test
    void aKeyIsPrintable() {
        assertThat(RequestDigest.checked(null)).isNull();
        assertThat(RequestDigest.checked("!")).isEqualTo("!");
        assertThat(RequestDigest.checked("~".repeat(255))).hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "a\u0000", "\u007f"})
    void anotherKeyIsRefused(String key) {
        assertThatThrownBy(() -> RequestDigest.checked(key))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors())
                                .containsExactly(new FieldError(
                                        "Idempotency-Key", "invalid", "must be 1 to 255 printable characters")));
        assertThatThrownBy(() -> RequestDigest.checked("x".repeat(256))).isInstanceOf(ProblemException.class);
    }

    @Test
    void theSameKeyOfAnotherCallerMethodOrPathIsAnother() {
        var ours = scope("ana", "POST", "/v1/projects", "k");
        assertThat(ours).hasSize(64).isEqualTo(scope("ana", "POST", "/v1/projects", "k"));
        assertThat(scope("bob", "POST", "/v1/projects", "k")).isNotEqualTo(ours);
        assertThat(scope("ana", "PUT", "/v1/projects", "k")).isNotEqualTo(ours);
        assertThat(scope("ana", "POST", "/v1/calls", "k")).isNotEqualTo(ours);
        assertThat(scope("ana", "POST", "/v1/projects", "l")).isNotEqualTo(ours);
    }

    @Test
    void partsThatRunIntoEachOtherAreTold() {
        assertThat(scope("ana", "POST", "/v1", "/k")).isNotEqualTo(scope("ana", "POST", "/v1/", "k"));
        assertThat(Digests.sha256("ab", "c")).isNotEqualTo(Digests.sha256("a", "bc"));
        assertThat(Digests.sha256("ab", "")).isNotEqualTo(Digests.sha256("ab"));
        // The length of each part stands before it, as four bytes.
        assertThat(Digests.sha256("ab", "c")).isEqualTo(Sha256.of("\0\0\0\2ab\0\0\0\1c"));
    }

    @Test
    void whatIsAskedIsQueryTypeAndBody() {
        var ours = asked("a=1", "application/json", "{}");
        assertThat(ours).isEqualTo(asked("a=1", "application/json", "{}"));
        assertThat(asked("a=2", "application/json", "{}")).isNotEqualTo(ours);
        assertThat(asked(null, "application/json", "{}"))
                .isNotEqualTo(ours)
                .isEqualTo(asked("", "application/json", "{}"));
        assertThat(asked("a=1", "application/json;charset=UTF-8", "{}")).isNotEqualTo(ours);
        assertThat(asked("a=1", null, "{}")).isEqualTo(asked("a=1", "", "{}")).isNotEqualTo(ours);
        assertThat(asked("a=1", "application/json", "{ }")).isNotEqualTo(ours);
    }

    @Test
    void theBoundaryOfAFormDoesNotCount() {
        assertThat(asked("", "multipart/form-data; boundary=x", "d"))
                .isEqualTo(asked("", "multipart/form-data; boundary=y", "d"))
                .isNotEqualTo(asked("", "multipart/mixed; boundary=x", "d"));
    }
}
