package eu.mpf.gateway.route;

import eu.mpf.gateway.GatewayConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The immutable table of routes: the longest prefix of whole segments wins.
 * A verb after a colon ({@code /v1/projects:batchCreate}, AIP-136) ends the segment before it.
 */
public final class RouteTable {

    /** Name of the upstream that serves the gateway's own pages. */
    public static final String OWN = "gateway";

    /** No scope lets an API key in here. */
    private static final String ADMINISTRATION = "administration";

    private static final List<String> OWN_PAGES = List.of(
            "/openapi",
            "/asyncapi",
            "/event-types",
            "/docs",
            "/portal",
            "/problems",
            "/health",
            "/.well-known/api-catalog",
            "/.well-known/jwks.json",
            "/v1/me");

    private static final Map<String, String> OWN_READS = Map.of("/v1/search", "search");

    private static final Map<String, String> OWN_STREAMS = Map.of("/v1/changes", "changes");

    private static final Map<String, String> OWN_RESOURCES = Map.ofEntries(
            Map.entry("/v1/api-clients", ADMINISTRATION),
            Map.entry("/v1/webhooks", "webhooks"),
            Map.entry("/v1/data-subject-requests", ADMINISTRATION),
            Map.entry("/v1/audit/gateway", ADMINISTRATION),
            Map.entry("/v1/admin/rehearsal", ADMINISTRATION),
            Map.entry("/v1/admin/parked-aggregates/gateway", ADMINISTRATION),
            Map.entry("/v1/admin/mails/gateway", ADMINISTRATION),
            Map.entry("/v1/admin/personal-data/gateway", ADMINISTRATION),
            Map.entry("/v1/admin/settings/gateway", ADMINISTRATION),
            Map.entry("/v1/admin/mail-templates/gateway", ADMINISTRATION),
            Map.entry("/v1/admin/code-lists/gateway", ADMINISTRATION),
            Map.entry("/v1/admin/organisation-roles/gateway", ADMINISTRATION),
            Map.entry("/v1/subject-exports/gateway", ADMINISTRATION));

    private final Map<String, Route> routes = new HashMap<>();
    private final List<Upstream> upstreams = new ArrayList<>();
    private final int deepest;

    public RouteTable(GatewayConfig.Gateway config) {
        new TreeMap<>(config.upstreams()).forEach((name, url) -> {
            Upstream upstream = Upstream.of(upstreams.size(), name, url);
            upstreams.add(upstream);
            config.routes()
                    .getOrDefault(name, List.of())
                    .forEach(prefix -> add(new Route(prefix, false, false, Route.ALL, upstream, name)));
            config.streams()
                    .getOrDefault(name, List.of())
                    .forEach(prefix -> add(new Route(prefix, false, true, Route.READ, upstream, name)));
        });
        Upstream own = Upstream.of(upstreams.size(), OWN, config.innerUrl());
        upstreams.add(own);
        add(new Route("/", true, false, Route.READ, own, ""));
        OWN_PAGES.forEach(prefix -> add(new Route(prefix, false, false, Route.READ, own, "")));
        OWN_READS.forEach((prefix, area) -> add(new Route(prefix, false, false, Route.READ, own, area)));
        OWN_STREAMS.forEach((prefix, area) -> add(new Route(prefix, false, true, Route.READ, own, area)));
        OWN_RESOURCES.forEach((prefix, area) -> add(new Route(prefix, false, false, Route.ALL, own, area)));
        deepest = routes.keySet().stream().mapToInt(RouteTable::depth).max().orElse(0);
    }

    private void add(Route route) {
        if (!route.exact() && !route.prefix().matches("(/[A-Za-z0-9._-]+)+")) {
            throw new IllegalArgumentException("A route prefix is made of whole segments, not " + route.prefix());
        }
        Route other = routes.put(route.prefix(), route);
        if (other != null) {
            throw new IllegalArgumentException("Two routes for " + route.prefix() + ": "
                    + other.upstream().name() + " and " + route.upstream().name());
        }
    }

    /** The services in the order of their indexes, the gateway's own pages last. */
    public List<Upstream> upstreams() {
        return List.copyOf(upstreams);
    }

    /** The services without the gateway's own pages. */
    public List<Upstream> services() {
        return List.copyOf(upstreams.subList(0, upstreams.size() - 1));
    }

    /** The prefixes of one upstream in alphabetical order. */
    public List<String> prefixes(Upstream upstream) {
        return routes.values().stream()
                .filter(route -> route.upstream().equals(upstream))
                .map(Route::prefix)
                .sorted()
                .toList();
    }

    /** The route of a normalised path, or null if nothing is served there. */
    public @Nullable Route match(String path) {
        Route best = null;
        int depth = 0;
        for (int i = 1; i <= path.length() && depth < deepest; i++) {
            char c = i == path.length() ? '/' : path.charAt(i);
            if (c == '/' || c == ':') {
                Route route = routes.get(path.substring(0, i));
                if (route != null && (!route.exact() || i == path.length())) {
                    best = route;
                }
                if (c == '/') {
                    depth++;
                }
            }
        }
        return best;
    }

    private static int depth(String prefix) {
        return (int) prefix.chars().filter(c -> c == '/').count();
    }
}
