package eu.mpf.gateway.policy;

/**
 * A finished exchange, as it is logged and counted. Neither the address, the query nor the caller's name stand in it:
 * they are or may hold personal data.
 *
 * @param status 0 if the client left before an answer began
 * @param bytes of the answer's body
 */
public record AccessRecord(
        String requestId,
        String method,
        String path,
        String route,
        String upstream,
        int status,
        long bytes,
        long nanos,
        boolean authenticated) {

    public String line() {
        return "%s %s %d %d B %d us route=%s upstream=%s %s request=%s"
                .formatted(
                        method,
                        path,
                        status,
                        bytes,
                        nanos / 1_000,
                        route,
                        upstream,
                        authenticated ? "token" : "anonymous",
                        requestId);
    }
}
