package eu.mpf.web.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X3")
class VersionsTest {

    private static void refused(@Nullable String ifMatch, CommonProblem problem) {
        assertThatThrownBy(() -> Versions.required(ifMatch))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(problem));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"\"7\", 7", "` \"0\" `, 0", "\"999999999999999999\", 999999999999999999"})
    void theVersionAWriterHasSeenIsNamedByItsTag(String ifMatch, long version) {
        assertThat(Versions.required(ifMatch)).isEqualTo(version);
        assertThat(Versions.etag(version)).isEqualTo(new EntityTag(Long.toString(version), false));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void whoeverNamesNoneIsToldTo(@Nullable String ifMatch) {
        refused(ifMatch, CommonProblem.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"7\"", "\"7\", \"8\"", "7", "\"7", "7\"", "\"a\"b\""})
    void whatCouldOverwriteSomethingUnseenIsRefused(String ifMatch) {
        refused(ifMatch, CommonProblem.VALIDATION_FAILED);
        assertThatThrownBy(() -> Versions.required(ifMatch))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors()).extracting("pointer").containsExactly("If-Match"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"abc\"",
                "\"-1\"",
                "\"1234567890123456789\"",
                "\"٧\"",
                "\"7-\"",
                "\"7-xyz\"",
                "\"-0123456789abcdef\"",
                "\"7-0123456789ABCDEF\""
            })
    void aTagWeNeverIssueIsNoLongerTheVersion(String ifMatch) {
        refused(ifMatch, CommonProblem.VERSION_CONFLICT);
    }

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

    @Test
    void anotherVersionThanExpectedIsAConflict() {
        assertThatCode(() -> Versions.check(7, 7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Versions.check(7, 8))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(CommonProblem.VERSION_CONFLICT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"7\" | true",
                "W/\"7\" | true",
                "\"6\" , W/\"7\" | true",
                "` * ` | true",
                "\"6\" | false",
                "7 | false",
                "W/7 | false",
                "\"77\" | false",
                "*, \"6\" | false"
            })
    void whoeverHasTheVersionIsToldSo(String ifNoneMatch, boolean names) {
        assertThat(IfNoneMatch.names(ifNoneMatch, Versions.etag(7))).isEqualTo(names);
    }
}
