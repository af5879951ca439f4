package eu.mpf.calls.contracts.api;

import eu.mpf.web.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The AsyncAPI document of this service. */
@Path("/asyncapi")
@Tag(name = "Contracts")
public class AsyncApiResource {

    @GET
    @PermitAll
    @Produces("application/yaml")
    @Operation(summary = "The events of this service, as AsyncAPI 3")
    public String document() {
        try (InputStream document = AsyncApiResource.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
            if (document == null) {
                throw ProblemException.notFound("document", "asyncapi.yaml");
            }
            return new String(document.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
