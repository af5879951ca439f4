package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.gateway.openapi.ServiceDocuments.Document;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The documents of the platform: its API merged and by service, its events by service. */
@Path("/")
@PermitAll
@RunOnVirtualThread
public class OpenApiResource {

    private final OpenApiDocuments openapi;
    private final ServiceDocuments documents;

    OpenApiResource(OpenApiDocuments openapi, ServiceDocuments documents) {
        this.openapi = openapi;
        this.documents = documents;
    }

    @GET
    @Operation(hidden = true)
    @Path("openapi")
    public Response all(@QueryParam("tag") @Nullable String tag, @Context Request request) {
        JsonNode tree = tag == null ? openapi.all() : openapi.tagged(tag);
        if (tree == null) {
            throw new NotFoundException();
        }
        return DocumentAnswer.of(tree, request);
    }

    @GET
    @Operation(hidden = true)
    @Path("openapi/{service}")
    public Response one(@PathParam("service") String service, @Context Request request) {
        return answer(openapi.one(service), request);
    }

    @GET
    @Operation(hidden = true)
    @Path("asyncapi/{service}")
    public Response events(@PathParam("service") String service, @Context Request request) {
        return answer(documents.get(service, ServiceDocuments.Kind.ASYNCAPI), request);
    }

    private static Response answer(@Nullable Document document, Request request) {
        if (document == null || document.state() == Document.State.ABSENT) {
            throw new NotFoundException();
        }
        JsonNode tree = document.tree();
        if (tree == null) {
            throw new ServiceUnavailableException("The service cannot be reached at the moment.");
        }
        return DocumentAnswer.of(tree, request);
    }
}
