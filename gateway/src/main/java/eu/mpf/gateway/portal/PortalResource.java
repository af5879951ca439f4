package eu.mpf.gateway.portal;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.health.PartState;
import eu.mpf.gateway.health.Parts;
import eu.mpf.gateway.openapi.OpenApiDocuments;
import eu.mpf.gateway.openapi.ServiceDocuments.Document;
import eu.mpf.gateway.route.Route;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.Upstream;
import eu.mpf.web.request.AnyParameters;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page at the front door, and the API in a browser. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class PortalResource {

    private static final Map<String, String> ABOUT = Map.of(
            "projects",
            "Organisations, the portfolio of projects, the partnership typology and its matrix, reporting and open data.",
            "events",
            "Event series and events, programmes, speakers, registrations, questions, follow-ups, positioning and synopses.",
            "calls",
            "Calls for proposals, funds, clarifications, applications, evaluation, committee decisions and grants.");
    private static final List<String> ROLES = List.of(
            "programme-officer",
            "finance-officer",
            "event-manager",
            "rapporteur",
            "evaluator-1",
            "committee-1",
            "consultee",
            "applicant-lv",
            "applicant-lt",
            "applicant-pt",
            "auditor",
            "data-protection-officer",
            "administrator",
            "partner");

    private final GatewayConfig config;
    private final RouteTable routes;
    private final Parts parts;
    private final OpenApiDocuments openapi;
    private final Template portal;
    private final Template docs;
    private final Template signedIn;
    private final SignIn signIn;

    PortalResource(
            GatewayConfig config,
            RouteTable routes,
            Parts parts,
            OpenApiDocuments openapi,
            @Location("portal.html") Template portal,
            @Location("docs.html") Template docs,
            @Location("signed-in.html") Template signedIn) {
        this.config = config;
        this.routes = routes;
        this.parts = parts;
        this.openapi = openapi;
        this.portal = portal;
        this.docs = docs;
        this.signedIn = signedIn;
        this.signIn = SignIn.at(config.identity());
    }

    @GET
    @Operation(hidden = true)
    public Response portal() {
        List<PartState> states = parts.states();
        return Pages.html(portal.data("services", cards(states))
                .data("identity", state(states, "identity"))
                .data("allUp", states.stream().allMatch(PartState::answers))
                .data("publicUrl", config.publicUrl())
                .data("development", config.gateway().development())
                .data("roles", ROLES)
                .data("signIn", signIn)
                .data("tokenUrl", signIn.tokenUrl())
                .render());
    }

    private List<ServiceCard> cards(List<PartState> states) {
        return routes.services().stream()
                .map(service -> new ServiceCard(
                        service.name(),
                        ABOUT.getOrDefault(service.name(), "Another service of the platform."),
                        state(states, service.name()),
                        prefixes(service)))
                .toList();
    }

    /** What readers come for: administration stands under the same few prefixes in every service. */
    private List<String> prefixes(Upstream service) {
        return routes.prefixes(service).stream()
                .filter(prefix -> !prefix.endsWith("/" + service.name()) || prefix.equals("/v1/" + service.name()))
                .toList();
    }

    private static PartState state(List<PartState> states, String name) {
        return states.stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(new PartState(name, PartState.State.DOWN, 0));
    }

    @GET
    @Operation(hidden = true)
    @Path("docs")
    public Response docs(@QueryParam("service") @Nullable String service) {
        // the library sets styles of elements by properties, which no policy forbids; its icons are data
        String policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " font-src 'self' data:; connect-src 'self' " + config.publicUrl() + " " + signIn.origin()
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        // the identity provider answers in a window of its own, which must find its way back
        JsonNode document = openapi.all();
        ApiIndex index = ApiIndex.of(
                document, routes.services().stream().map(Upstream::name).toList(), this::serviceOf);
        return Pages.html(
                docs.data("signIn", signIn)
                        .data("index", service == null ? index : index.only(service))
                        .data("whole", index.operations())
                        .data("missing", missing(document))
                        .data("development", config.gateway().development())
                        .render(),
                policy,
                "same-origin-allow-popups");
    }

    private String serviceOf(String path) {
        Route route = routes.match(path);
        return route == null ? RouteTable.OWN : route.upstream().name();
    }

    /** The services whose operations are not in a merged document. */
    private static List<String> missing(JsonNode document) {
        return document.path("info").path("x-services").properties().stream()
                .filter(state -> state.getValue().asText().equals(Document.State.UNAVAILABLE.name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Where the identity provider sends people back; what it adds and is not known must be ignored (RFC 6749, 4.1.2). */
    @GET
    @AnyParameters
    @Operation(hidden = true)
    @Path("portal/signed-in.html")
    public Response signedIn() {
        String policy =
                "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Pages.html(signedIn.render(), policy, "unsafe-none");
    }

    @GET
    @Operation(hidden = true)
    @Path("portal/{file}")
    public Response asset(@PathParam("file") String file) {
        return Assets.get(file);
    }
}
