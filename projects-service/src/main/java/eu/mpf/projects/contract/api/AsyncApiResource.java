package eu.mpf.projects.contract.api;

import eu.mpf.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The AsyncAPI document of this service's events, and the JSON Schemas it refers to. */
@Path("/asyncapi")
@RunOnVirtualThread
public class AsyncApiResource {

    private static final String FOLDER = "/contracts/";

    @GET
    @PermitAll
    @Produces("application/yaml")
    @Operation(hidden = true)
    public byte[] document() throws IOException {
        return read("asyncapi.yaml");
    }

    @GET
    @Path("/events/{schema: [a-z.0-9-]+\\.schema\\.json}")
    @PermitAll
    @Produces("application/schema+json")
    @Operation(hidden = true)
    public byte[] schema(@PathParam("schema") String schema) throws IOException {
        return read("events/" + schema);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = AsyncApiResource.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw ProblemException.notFound("contract", name);
            }
            return in.readAllBytes();
        }
    }
}
