package eu.mpf.gateway.problem;

import eu.mpf.web.problem.ProblemType;
import java.util.Locale;

/** Every refusal that only the gateway makes; the rest is in the common catalogue. A service's own pass through unchanged. */
public enum GatewayProblem implements ProblemType {
    INVALID_CURSOR(400, "The cursor is not one of this feed"),
    INVALID_PATH(400, "The path is ambiguous"),
    UPGRADE_REFUSED(400, "Protocol upgrades are not served"),
    ORIGIN_NOT_ALLOWED(403, "The origin is not allowed"),
    INSUFFICIENT_SCOPE(403, "The credential's scopes do not cover this"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    KEY_LIMIT(409, "The client has two live keys already"),
    CLIENT_CLOSED(409, "The client is closed"),
    KEY_STATE(409, "The key's state does not allow this"),
    WEBHOOK_STATE(409, "The webhook's state does not allow this"),
    WEBHOOK_GAP(409, "The feed no longer holds what the webhook missed"),
    EXPORT_RUNNING(409, "Not every service has answered yet"),
    NO_EXPORT(409, "The request is not for an export"),
    CURSOR_EXPIRED(410, "The feed no longer holds what follows the cursor"),
    EXPORT_GONE(410, "The export is no longer kept"),
    URI_TOO_LONG(414, "The request line is too long"),
    MISDIRECTED_REQUEST(421, "This host is not served here"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    BAD_GATEWAY(502, "The service behind the gateway broke off"),
    GATEWAY_TIMEOUT(504, "The service behind the gateway took too long");

    private final int status;
    private final String title;
    private final String code;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
        this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String code() {
        return code;
    }
}
