package eu.mpf.calls.contracts.api;

import eu.mpf.web.contract.AsyncApiDocument;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The AsyncAPI document of this service's events, with their schemas. */
@Path("/asyncapi")
@Tag(name = "Contracts")
public class AsyncApiResource {
    private static final String DOCUMENT = AsyncApiDocument.bundled();

    @GET
    @PermitAll
    @Produces("application/yaml")
    @Operation(summary = "Read the AsyncAPI document of the events", operationId = "getAsyncApi")
    public String get() {
        return DOCUMENT;
    }
}
