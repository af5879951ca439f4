package eu.mpf.gateway.problem;

import java.util.Locale;

/** Every refusal the gateway itself makes; what a service refuses passes through unchanged. */
public enum GatewayProblem {
    MALFORMED_REQUEST(400, "The request is malformed"),
    VALIDATION_FAILED(400, "A value is not valid"),
    UNKNOWN_PARAMETER(400, "There is no such query parameter"),
    INVALID_CURSOR(400, "The cursor is not one of this feed"),
    INVALID_PATH(400, "The path is ambiguous"),
    UPGRADE_REFUSED(400, "Protocol upgrades are not served"),
    UNAUTHENTICATED(401, "The token is not accepted"),
    FORBIDDEN(403, "The caller may not do this"),
    ORIGIN_NOT_ALLOWED(403, "The origin is not allowed"),
    NOT_FOUND(404, "There is nothing at this path"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted media types is served"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    CURSOR_EXPIRED(410, "The feed no longer holds what follows the cursor"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The request line is too long"),
    MISDIRECTED_REQUEST(421, "This host is not served here"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "The gateway failed"),
    BAD_GATEWAY(502, "The service behind the gateway broke off"),
    UNAVAILABLE(503, "The service is not available at the moment"),
    GATEWAY_TIMEOUT(504, "The service behind the gateway took too long");

    private final int status;
    private final String title;
    private final String code;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** Stable name in kebab-case; the last segment of the problem's type. */
    public String code() {
        return code;
    }
}
