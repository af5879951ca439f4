package eu.mpf.web.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;

/** The refusals of the HTTP layer itself: no such path, method or media type, a parameter of the wrong type. */
public final class HttpProblems {
    private HttpProblems() {}

    static ProblemException of(WebApplicationException failure) {
        // A path or query parameter that cannot be converted arrives as "not found" with the conversion as its cause.
        if (failure instanceof NotFoundException && failure.getCause() instanceof IllegalArgumentException) {
            return of(404);
        }
        return of(failure.getResponse().getStatus());
    }

    public static ProblemException of(int status) {
        return switch (status) {
            case 401 ->
                new ProblemException(CommonProblem.UNAUTHENTICATED, "Send a valid token: Authorization: Bearer …");
            case 403 -> new ProblemException(CommonProblem.FORBIDDEN, "This is not allowed to you.");
            case 404 -> new ProblemException(CommonProblem.NOT_FOUND, "There is nothing at this address.");
            case 405 ->
                new ProblemException(
                        CommonProblem.METHOD_NOT_ALLOWED, "Another method may be offered here: see Allow.");
            case 406 ->
                new ProblemException(CommonProblem.NOT_ACCEPTABLE, "Accept another media type, or none in particular.");
            case 409 -> new ProblemException(CommonProblem.CONFLICT, "The present state forbids this.");
            case 412 -> new ProblemException(CommonProblem.VERSION_CONFLICT, "A precondition does not hold.");
            case 413 -> new ProblemException(CommonProblem.PAYLOAD_TOO_LARGE, "Send less in one request.");
            case 415 ->
                new ProblemException(
                        CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                        "Send another Content-Type: application/json for most requests.");
            case 429 -> new ProblemException(CommonProblem.TOO_MANY_REQUESTS, "Slow down.");
            case 503 -> new ProblemException(CommonProblem.UNAVAILABLE, "Try again.");
            default ->
                status >= 400 && status < 500
                        ? new ProblemException(
                                CommonProblem.MALFORMED_REQUEST, "The request cannot be read.", List.of())
                        : Failures.internal();
        };
    }
}
