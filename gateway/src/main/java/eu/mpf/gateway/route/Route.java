package eu.mpf.gateway.route;

import io.vertx.core.http.HttpMethod;
import java.util.Set;

/**
 * One entry of the route table.
 *
 * @param prefix whole path segments, such as {@code /v1/audit/projects}; also its name in log and metrics
 * @param exact whether deeper paths do not belong to it
 * @param stream whether answers are endless (server-sent events)
 * @param area what scopes call it, such as {@code projects}; empty if no scope is needed
 */
public record Route(
        String prefix, boolean exact, boolean stream, Set<HttpMethod> methods, Upstream upstream, String area) {

    static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    static final Set<HttpMethod> ALL = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    public boolean allows(HttpMethod method) {
        return methods.contains(method);
    }
}
