package eu.mpf.calls.search.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.calls.search.SavedSearch;
import eu.mpf.calls.search.SavedSearchService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.version.Versions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Searches for calls that their owner keeps, with alerts by mail. */
@Path("/v1/saved-searches")
@Tag(name = "Saved searches", description = "Searches for calls that tell what is new.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
public class SavedSearchesResource {

    private final SavedSearchService service;

    SavedSearchesResource(SavedSearchService service) {
        this.service = service;
    }

    @GET
    @Authenticated
    @Operation(summary = "The own saved searches")
    public Page<SavedSearchView> list(@BeanParam PageParams params) {
        return service.page(params).map(SavedSearchView::of);
    }

    @POST
    @Authenticated
    @Idempotent
    @Operation(
            summary = "Save a search",
            description = "Alerts go to the address in the token, once per call. What matches already is no news.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = SavedSearchView.class)))
    public Response create(@NotNull @Valid SavedSearch.Terms request) {
        SavedSearch search = service.create(request);
        return SavedSearchView.answer(Response.created(URI.create("/v1/saved-searches/" + search.id())), search);
    }

    @GET
    @Authenticated
    @Path("/{searchId}")
    @Operation(summary = "Read a saved search")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SavedSearchView.class)))
    public Response get(@PathParam("searchId") UUID id) {
        return SavedSearchView.answer(Response.ok(), service.get(id));
    }

    @PATCH
    @Authenticated
    @Path("/{searchId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Change a saved search")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SavedSearchView.class)))
    public Response edit(
            @PathParam("searchId") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = SavedSearch.Terms.class)))
                    JsonNode patch) {
        return SavedSearchView.answer(Response.ok(), service.edit(id, Versions.required(ifMatch), patch));
    }

    @DELETE
    @Authenticated
    @Path("/{searchId}")
    @Operation(summary = "Give a saved search up")
    @APIResponse(responseCode = "204")
    public Response delete(@PathParam("searchId") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, Versions.required(ifMatch));
        return Response.noContent().build();
    }

    @GET
    @Authenticated
    @Path("/{searchId}/matches")
    @Operation(summary = "What matched a saved search", description = "The latest 200.")
    public Page<SavedSearch.Match> matches(@PathParam("searchId") UUID id) {
        return Page.of(service.matches(id));
    }
}
