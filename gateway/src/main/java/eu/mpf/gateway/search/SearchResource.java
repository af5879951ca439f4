package eu.mpf.gateway.search;

import eu.mpf.web.problem.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One search over all services. Everybody finds what each service lets them see. */
@Path("/v1/search")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Search", description = "One search over all services")
public class SearchResource {

    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST = 100;
    private static final int LONGEST_QUERY = 200;
    private static final List<String> SPEAKING =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE, "X-Request-Id", "traceparent");

    private final Search search;

    SearchResource(Search search) {
        this.search = search;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "search",
            summary = "Search projects, organisations, events and calls",
            description =
                    "The best of each type in turns. If a service does not answer, the others' finds are told, `complete` is"
                            + " false, and the next page asks it again from where it was. Once nothing else is left to"
                            + " read, a page of what still does not answer is a 503: come back later with the same token.")
    @APIResponseSchema(SearchPage.class)
    @APIResponse(responseCode = "503", description = "What is left to read does not answer")
    public Response search(
            @QueryParam("q")
                    @Parameter(description = "What to look for.", required = true, example = "border guards")
                    @Nullable
                    String q,
            @QueryParam("types")
                    @Parameter(description = "Only these types; may be repeated.", example = "[\"PROJECT\"]")
                    List<FoundType> types,
            @QueryParam("pageSize") @Parameter(description = "About how many; at most 100.", example = "20") @Nullable
                    Integer pageSize,
            @QueryParam("pageToken") @Parameter(description = "From the page before.") @Nullable String pageToken,
            @Context HttpHeaders headers) {
        if (q == null || q.isBlank() || q.length() > LONGEST_QUERY) {
            throw ProblemException.invalid("?q", "required", "must hold 1 to 200 characters");
        }
        if (pageSize != null && pageSize < 1) {
            throw ProblemException.invalid("?pageSize", "invalid", "must be at least 1");
        }
        Map<String, String> speaking = new HashMap<>();
        for (String name : SPEAKING) {
            String value = headers.getHeaderString(name);
            if (value != null) {
                speaking.put(name, value);
            }
        }
        SearchPage page = search.find(
                q.strip(),
                types.isEmpty()
                        ? List.of(FoundType.values())
                        : types.stream().distinct().toList(),
                pageSize == null ? DEFAULT_SIZE : Math.min(pageSize, LARGEST),
                pageToken,
                speaking);
        return Response.ok(page)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
