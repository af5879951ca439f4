package eu.mpf.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static Throwable thrownBy(String place) {
        var failure = new IOException("Read timed out");
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(place, "read", null, 1)});
        return new UncheckedIOException("the rows cannot be read", failure);
    }

    @Test
    void aBodyThatBreaksOffIsNoFailureOfOurs() {
        var stream = "org.jboss.resteasy.reactive.server.vertx.VertxInputStream$VertxBlockingInput";
        assertThat(Failures.problem(thrownBy(stream)).type()).isEqualTo(CommonProblem.MALFORMED_REQUEST);
    }

    @Test
    void whatElseCannotBeReadIs() {
        assertThat(Failures.problem(thrownBy("java.nio.file.Files")).type()).isEqualTo(CommonProblem.INTERNAL_ERROR);
    }
}
