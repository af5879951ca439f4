package eu.mpf.events.asyncapi.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Serves {@code asyncapi.yaml}, which the build takes from {@code src/main/contracts}. */
@Path("/asyncapi")
@Tag(name = "Contracts")
public class AsyncApiResource {
    private static final String DOCUMENT = read();

    @GET
    @PermitAll
    @Produces("application/yaml")
    @Operation(summary = "Read the AsyncAPI document", operationId = "getAsyncApi")
    public String get() {
        return DOCUMENT;
    }

    private static String read() {
        try (InputStream file = AsyncApiResource.class.getResourceAsStream("/contracts/asyncapi.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
