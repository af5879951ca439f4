package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.Upstream;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The catalogue of APIs at its well-known place (RFC 9727), as a link set (RFC 9264). */
@Path("/.well-known/api-catalog")
@PermitAll
public class ApiCatalogResource {

    private static final String PROFILE = "https://www.rfc-editor.org/info/rfc9727";

    private final String publicUrl;
    private final RouteTable routes;

    ApiCatalogResource(GatewayConfig config, RouteTable routes) {
        this.publicUrl = config.publicUrl();
        this.routes = routes;
    }

    @GET
    @Operation(hidden = true)
    public Response catalogue() {
        ObjectNode catalogue = JsonNodeFactory.instance.objectNode();
        ArrayNode set = catalogue.putArray("linkset");
        ObjectNode platform = set.addObject().put("anchor", publicUrl + "/");
        link(platform, "service-desc", "/openapi", "application/json");
        link(platform, "service-doc", "/docs", "text/html");
        link(platform, "status", "/health", "application/json");
        for (Upstream service : routes.services()) {
            for (String prefix : routes.prefixes(service)) {
                ObjectNode api = set.addObject().put("anchor", publicUrl + prefix);
                link(api, "service-desc", "/openapi/" + service.name(), "application/json");
                link(api, "service-doc", "/docs", "text/html");
            }
        }
        return Response.ok(catalogue.toString())
                .header("Content-Type", "application/linkset+json;profile=\"" + PROFILE + "\"")
                .header("Link", "<" + publicUrl + "/.well-known/api-catalog>;rel=\"api-catalog\"")
                .build();
    }

    private void link(ObjectNode of, String relation, String path, String type) {
        of.withArrayProperty(relation).addObject().put("href", publicUrl + path).put("type", type);
    }
}
