package eu.mpf.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import eu.mpf.web.value.StoredValueException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("X4")
class FailuresTest {

    private static Throwable thrownBy(String place) {
        return thrownBy(place, "Connection reset by peer");
    }

    private static Throwable thrownBy(String place, String message) {
        var failure = new IOException(message);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(place, "read", null, 1)});
        return new UncheckedIOException("the rows cannot be read", failure);
    }

    private static CommonProblem of(Throwable failure) {
        return (CommonProblem) Failures.problem(failure).type();
    }

    @Test
    void aBodyThatBreaksOffIsNoFailureOfOurs() {
        var stream = "org.jboss.resteasy.reactive.server.vertx.VertxInputStream$VertxBlockingInput";
        assertThat(of(thrownBy(stream))).isEqualTo(CommonProblem.MALFORMED_REQUEST);
        assertThat(Failures.problem(thrownBy(stream)).detail()).isEqualTo("The body of the request broke off.");
        var form = thrownBy("org.jboss.resteasy.reactive.server.core.multipart.MultipartParser");
        assertThat(of(form)).isEqualTo(CommonProblem.MALFORMED_REQUEST);
        assertThat(Failures.problem(form).detail()).startsWith("The form is cut off");
    }

    /** A request that came whole while the service was frozen is not the client's mistake. */
    @Test
    void aBodyThatWasNotReadInTimeIsAReasonToTryAgain() {
        var late = thrownBy(
                "org.jboss.resteasy.reactive.server.vertx.VertxInputStream$VertxBlockingInput", "Read timed out");
        assertThat(of(late)).isEqualTo(CommonProblem.UNAVAILABLE);
    }

    @Test
    void aConstantThatOnlyANewerReleaseKnowsIsAReasonToTryAgain() {
        var ofARow = catchThrowable(() -> CommonProblem.valueOf("INVENTED_LATER"));
        assertThat(of(new IllegalStateException(ofARow))).isEqualTo(CommonProblem.UNAVAILABLE);
        var ofJson = catchThrowableOfType(
                JsonProcessingException.class,
                () -> new ObjectMapper().readValue("[\"INVENTED_LATER\"]", CommonProblem[].class));
        assertThat(of(new StoredValueException(ofJson))).isEqualTo(CommonProblem.UNAVAILABLE);
    }

    @Test
    void whatIsStoredAndBrokenIsOurFault() {
        var broken = catchThrowableOfType(
                JsonProcessingException.class, () -> new ObjectMapper().readValue("[", String[].class));
        assertThat(of(new StoredValueException(broken))).isEqualTo(CommonProblem.INTERNAL_ERROR);
        assertThat(of(new IllegalArgumentException("ours"))).isEqualTo(CommonProblem.INTERNAL_ERROR);
    }

    @Test
    void aParameterThatIsNoneOfTheValuesIsTheClientsFault() {
        var parameter = catchThrowable(() -> CommonProblem.valueOf("NONE_OF_THEM"));
        assertThat(of(new NotFoundException(parameter))).isEqualTo(CommonProblem.NOT_FOUND);
    }

    @Test
    void whatElseCannotBeReadIs() {
        assertThat(of(thrownBy("java.nio.file.Files"))).isEqualTo(CommonProblem.INTERNAL_ERROR);
        var traceless = new IOException("x");
        traceless.setStackTrace(new StackTraceElement[0]);
        assertThat(of(traceless)).isEqualTo(CommonProblem.INTERNAL_ERROR);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ProblemException.notFound("call", 7), CommonProblem.NOT_FOUND),
                Arguments.of(new AuthenticationFailedException(), CommonProblem.UNAUTHENTICATED),
                Arguments.of(new UnauthorizedException(), CommonProblem.UNAUTHENTICATED),
                Arguments.of(new AuthenticationCompletionException(), CommonProblem.UNAUTHENTICATED),
                Arguments.of(new AuthenticationRedirectException("/login"), CommonProblem.UNAUTHENTICATED),
                Arguments.of(new ForbiddenException(), CommonProblem.FORBIDDEN),
                Arguments.of(new OptimisticLockException(), CommonProblem.VERSION_CONFLICT),
                Arguments.of(new StaleStateException("x"), CommonProblem.VERSION_CONFLICT),
                Arguments.of(new PessimisticLockException(), CommonProblem.UNAVAILABLE),
                Arguments.of(new LockTimeoutException(), CommonProblem.UNAVAILABLE),
                Arguments.of(
                        InvalidDefinitionException.from((com.fasterxml.jackson.core.JsonParser) null, "x", null, null),
                        CommonProblem.INTERNAL_ERROR),
                Arguments.of(new JsonParseException(null, "x"), CommonProblem.MALFORMED_REQUEST),
                Arguments.of(new IllegalStateException("x"), CommonProblem.INTERNAL_ERROR));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void eachFailureIsOneProblemAlsoAsACause(Throwable failure, CommonProblem problem) {
        assertThat(of(failure)).isEqualTo(problem);
        assertThat(of(new IllegalStateException("outside", new RuntimeException(failure))))
                .isEqualTo(problem);
    }

    @Test
    void whatWeCannotWriteIsOurFault() throws Exception {
        var json = new ObjectMapper();
        try (var generator = json.getFactory().createGenerator(new ByteArrayOutputStream())) {
            var failure = new com.fasterxml.jackson.core.JsonGenerationException("cannot write", generator);
            assertThat(of(failure)).isEqualTo(CommonProblem.INTERNAL_ERROR);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "23505, CONFLICT",
        "23503, CONFLICT",
        "23514, CONFLICT",
        "23P01, CONFLICT",
        "22021, VALIDATION_FAILED",
        "22P05, VALIDATION_FAILED",
        "22001, VALIDATION_FAILED",
        "22003, VALIDATION_FAILED",
        "22007, VALIDATION_FAILED",
        "22008, VALIDATION_FAILED",
        "55P03, UNAVAILABLE",
        "40P01, UNAVAILABLE",
        "40001, UNAVAILABLE",
        "57014, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "57P02, UNAVAILABLE",
        "57P03, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "42P01, UNAVAILABLE",
        "42601, INTERNAL_ERROR",
        "23502, INTERNAL_ERROR",
        ", INTERNAL_ERROR"
    })
    void whatTheDatabaseRefusesIsToldByItsState(@Nullable String state, CommonProblem problem) {
        assertThat(of(new RuntimeException(new SQLException("secret detail", state))))
                .isEqualTo(problem);
        assertThat(Failures.problem(new SQLException("secret detail", state)).detail())
                .doesNotContain("secret");
    }

    @Test
    void aPoolWithoutAConnectionIsNotAnsweringEither() {
        assertThat(of(new SQLException("Sorry, acquisition timeout!"))).isEqualTo(CommonProblem.UNAVAILABLE);
        assertThat(of(new SQLException("Sorry, acquisition timeout!", "42601")))
                .isEqualTo(CommonProblem.INTERNAL_ERROR);
        assertThat(of(new SQLException((String) null))).isEqualTo(CommonProblem.INTERNAL_ERROR);
    }

    @Test
    void aFailedCommitHidesItsReasonAmongTheSuppressedOnes() {
        var commit = new IllegalStateException("rolled back");
        commit.addSuppressed(new SQLException("x", "23505"));
        assertThat(of(commit)).isEqualTo(CommonProblem.CONFLICT);
    }

    @Test
    void failuresThatCauseEachOtherComeToAnEnd() {
        var one = new IllegalStateException("one");
        var other = new IllegalStateException("other", one);
        one.initCause(other);
        assertThat(of(one)).isEqualTo(CommonProblem.INTERNAL_ERROR);
    }

    @ParameterizedTest
    @CsvSource({
        "400, MALFORMED_REQUEST, 400",
        "401, UNAUTHENTICATED, 401",
        "403, FORBIDDEN, 403",
        "404, NOT_FOUND, 404",
        "405, METHOD_NOT_ALLOWED, 405",
        "406, NOT_ACCEPTABLE, 406",
        "409, CONFLICT, 409",
        "412, VERSION_CONFLICT, 412",
        "413, PAYLOAD_TOO_LARGE, 413",
        "415, UNSUPPORTED_MEDIA_TYPE, 415",
        "418, MALFORMED_REQUEST, 400",
        "429, TOO_MANY_REQUESTS, 429",
        "499, MALFORMED_REQUEST, 400",
        "500, INTERNAL_ERROR, 500",
        "503, UNAVAILABLE, 503",
        "302, INTERNAL_ERROR, 500"
    })
    void theRefusalsOfTheHttpLayerAreProblems(int status, CommonProblem problem, int answered) {
        assertThat(HttpProblems.of(status).type()).isEqualTo(problem);
        assertThat(problem.status()).isEqualTo(answered);
        assertThat(of(new WebApplicationException(Response.status(status).build())))
                .isEqualTo(problem);
    }

    @Test
    void aParameterThatCannotBeConvertedIsNotFound() {
        assertThat(of(new NotFoundException(new IllegalArgumentException("x")))).isEqualTo(CommonProblem.NOT_FOUND);
    }

    @Test
    void codesAreStableAndEachItsOwn() {
        assertThat(CommonProblem.VERSION_CONFLICT.code()).isEqualTo("version-conflict");
        assertThat(CommonProblem.VERSION_CONFLICT.title()).isEqualTo("The resource has changed meanwhile");
        assertThat(Stream.of(CommonProblem.values()).map(CommonProblem::code)).doesNotHaveDuplicates();
        assertThat(ProblemException.of(new IllegalStateException("secret")).detail())
                .doesNotContain("secret");
        assertThat(ProblemException.notFound("call", 7).detail()).isEqualTo("There is no call 7.");
    }

    @Test
    void everythingWrongIsToldInOneAnswer() {
        var violations = new Violations();
        violations.throwIfAny();
        violations.check(true, "/a", "x", "is fine");
        assertThat(violations.isEmpty()).isTrue();
        violations.check(false, "/a", "x", "is wrong");
        assertThat(violations.isEmpty()).isFalse();
        assertThat(detail(violations)).isEqualTo("/a: is wrong");
        violations.add("/b", "y", "is wrong too");
        assertThat(detail(violations)).isEqualTo("2 parts of the request break a rule.");
        assertThat(violations.list())
                .containsExactly(new FieldError("/a", "x", "is wrong"), new FieldError("/b", "y", "is wrong too"));
    }

    private static String detail(Violations violations) {
        try {
            violations.throwIfAny();
        } catch (ProblemException e) {
            return e.detail();
        }
        return "";
    }
}
