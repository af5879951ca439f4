package eu.mpf.web.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
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
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Which problem an exception stands for, judged by the first telling one among its causes. */
final class Failures {
    private Failures() {}

    static ProblemException problem(Throwable failure) {
        if (failure instanceof WebApplicationException web && web.getCause() instanceof IllegalArgumentException) {
            return HttpProblems.of(web); // a parameter that is none of the values there are
        }
        var queue = new ArrayDeque<Throwable>(List.of(failure));
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        while (!queue.isEmpty()) {
            var next = queue.poll();
            if (!seen.add(next)) {
                continue;
            }
            var problem = telling(next);
            if (problem != null) {
                return problem;
            }
            if (next.getCause() != null) {
                queue.add(next.getCause());
            }
            // A failed commit hides its reason among the suppressed ones.
            Collections.addAll(queue, next.getSuppressed());
        }
        if (failure instanceof WebApplicationException web) {
            return HttpProblems.of(web);
        }
        return internal();
    }

    private static @Nullable ProblemException telling(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case ConstraintViolationException e -> ConstraintErrors.problem(e);
            case AuthenticationFailedException _, UnauthorizedException _, AuthenticationCompletionException _ ->
                new ProblemException(CommonProblem.UNAUTHENTICATED, "Send a valid token: Authorization: Bearer …");
            case AuthenticationRedirectException _ ->
                new ProblemException(CommonProblem.UNAUTHENTICATED, "Send a valid token: Authorization: Bearer …");
            case ForbiddenException _ -> new ProblemException(CommonProblem.FORBIDDEN, "Your roles do not allow this.");
            case OptimisticLockException _, StaleStateException _ ->
                new ProblemException(
                        CommonProblem.VERSION_CONFLICT,
                        "The resource has changed meanwhile. Read it again, then decide.");
            case StoredValueException e -> e.isNewer() ? newer() : internal();
            case IllegalArgumentException e when isUnknownConstant(e) -> newer();
            case PessimisticLockException _, LockTimeoutException _ -> busy();
            // What we cannot write is our fault, not the client's.
            case InvalidDefinitionException _ -> internal();
            case JsonProcessingException e when e.getProcessor() instanceof JsonGenerator -> internal();
            case JsonProcessingException e -> JsonErrors.problem(e);
            case SQLException e -> sql(e);
            case IOException e
            when isBrokenForm(e) ->
                new ProblemException(
                        CommonProblem.MALFORMED_REQUEST, "The form is cut off, or is not what its boundary says.");
            case IOException e
            when isBrokenBody(e) && "Read timed out".equals(e.getMessage()) ->
                new ProblemException(
                        CommonProblem.UNAVAILABLE, "The body of the request did not come in time. Try again.");
            case IOException e
            when isBrokenBody(e) ->
                new ProblemException(CommonProblem.MALFORMED_REQUEST, "The body of the request broke off.");
            default -> null;
        };
    }

    /** SQLSTATE classes of PostgreSQL (appendix A of its manual). */
    private static @Nullable ProblemException sql(SQLException failure) {
        var state = Objects.requireNonNullElse(failure.getSQLState(), "");
        return switch (state) {
            case "23505" -> new ProblemException(CommonProblem.CONFLICT, "Such a thing exists already.");
            case "23503" ->
                new ProblemException(
                        CommonProblem.CONFLICT, "Something this refers to, or that refers to it, forbids it.");
            case "23514", "23P01" -> new ProblemException(CommonProblem.CONFLICT, "The present state forbids this.");
            // NUL characters, too long, out of range: what the validation of a field did not foresee.
            case "22021", "22P05" ->
                new ProblemException(CommonProblem.VALIDATION_FAILED, "A text holds a NUL character.");
            case "22001", "22003", "22007", "22008" ->
                new ProblemException(CommonProblem.VALIDATION_FAILED, "A value is too long or too large.");
            // Lock not available, deadlock, serialization failure, statement timeout: another try may do.
            case "55P03", "40P01", "40001", "57014" -> busy();
            // No connection, too many connections, shutting down.
            case "53300", "57P01", "57P02", "57P03" -> unavailable();
            // No such table: the gateway answers before its database is brought up. Nothing else begins without its
            // tables.
            case "42P01" -> unavailable();
            default -> state.startsWith("08") || isPoolTimeout(failure) ? unavailable() : null;
        };
    }

    private static boolean isPoolTimeout(SQLException failure) {
        return failure.getSQLState() == null
                && String.valueOf(failure.getMessage()).contains("acquisition timeout");
    }

    /** What the reader of multipart forms itself throws is about the form; what others throw below it is not. */
    private static boolean isBrokenForm(IOException failure) {
        var trace = failure.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith("org.jboss.resteasy.reactive.server.core.multipart.");
    }

    /**
     * The client went away and does not read this any more, but it is no failure of ours; or no more came in time. The
     * gateway is less patient with clients, so what did not come then is, most often, what lay here while this process, or
     * its machine, stood still.
     */
    private static boolean isBrokenBody(IOException failure) {
        var trace = failure.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith("org.jboss.resteasy.reactive.server.vertx.VertxInputStream");
    }

    /**
     * What a client sends is read by others, who say that it is wrong. Here a row holds a value that this release does not
     * know: the newer one, beside which it runs, has written it.
     */
    private static boolean isUnknownConstant(IllegalArgumentException failure) {
        var trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().equals(Enum.class.getName());
    }

    private static ProblemException newer() {
        return new ProblemException(
                CommonProblem.UNAVAILABLE,
                "A newer release has written this, and takes over from this one. Try again.");
    }

    private static ProblemException busy() {
        return new ProblemException(
                CommonProblem.UNAVAILABLE, "Others are changing the same at this moment. Try again.");
    }

    private static ProblemException unavailable() {
        return new ProblemException(
                CommonProblem.UNAVAILABLE, "The database does not answer at the moment. Try again.");
    }

    static ProblemException internal() {
        return new ProblemException(
                CommonProblem.INTERNAL_ERROR,
                "The request could not be done. Quote its requestId if you ask for help.");
    }
}
