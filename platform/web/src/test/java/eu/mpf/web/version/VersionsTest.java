package eu.mpf.web.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {

    @Test
    void aTagSaysMoreThanTheVersionWhereMoreIsShown() {
        assertThat(Versions.etag(7).getValue()).isEqualTo("7");
        assertThat(Versions.etag(7, "2", "[]").getValue())
                .matches("7-[0-9a-f]{16}")
                .isEqualTo(Versions.etag(7, "2", "[]").getValue())
                .isNotEqualTo(Versions.etag(7, "1", "[]").getValue())
                .isNotEqualTo(Versions.etag(7, "2[]", "").getValue())
                .isNotEqualTo(Versions.etag(8, "2", "[]").getValue());
        assertThat(Versions.etag(7, (Object) null)).isNotEqualTo(Versions.etag(7, "null"));
    }

    @Test
    void aWriterIsHeldToTheVersionAlone() {
        assertThat(Versions.required("\"7\"")).isEqualTo(7);
        assertThat(Versions.required("\"" + Versions.etag(7, "2").getValue() + "\""))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7-\"", "\"7-xyz\"", "\"-0123456789abcdef\"", "\"7-0123456789ABCDEF\"", "\"\""})
    void aTagThatIsNeverGivenIsAnotherVersion(String tag) {
        assertThatThrownBy(() -> Versions.required(tag))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(CommonProblem.VERSION_CONFLICT));
    }
}
