package eu.mpf.web.problem;

import java.util.Locale;

/** The problems any service may answer with. */
public enum CommonProblem implements ProblemType {
    VALIDATION_FAILED(400, "The request breaks a rule"),
    MALFORMED_REQUEST(400, "The request cannot be read"),
    UNKNOWN_PARAMETER(400, "The request has an unknown parameter"),
    INVALID_PAGE_TOKEN(400, "The page token is not valid here"),
    UNAUTHENTICATED(401, "A valid token is needed"),
    FORBIDDEN(403, "This is not allowed to you"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is offered"),
    CONFLICT(409, "The request conflicts with the present state"),
    NO_REHEARSAL(409, "This platform is not a rehearsal"),
    KEPT_ELSEWHERE(409, "Another service keeps this"),
    REQUEST_IN_PROGRESS(409, "The same request is still running"),
    LINKS_NOT_SOUND(409, "A link is dead or leads nowhere"),
    VERSION_CONFLICT(412, "The resource has changed meanwhile"),
    PAYLOAD_TOO_LARGE(413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not understood here"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
    PRECONDITION_REQUIRED(428, "An If-Match header is needed"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "The service cannot answer at the moment");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
