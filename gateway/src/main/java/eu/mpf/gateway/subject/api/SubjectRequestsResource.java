package eu.mpf.gateway.subject.api;

import eu.mpf.gateway.subject.ExportArchiveService;
import eu.mpf.gateway.subject.RequestKind;
import eu.mpf.gateway.subject.SubjectRequest;
import eu.mpf.gateway.subject.SubjectRequestRows;
import eu.mpf.gateway.subject.SubjectRequestService;
import eu.mpf.gateway.subject.api.SubjectRequestView.State;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Requests under data protection law, for those who answer them. */
@Path("/v1/data-subject-requests")
@RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
@Tag(name = "Data protection", description = "Export and erasure of a person's data over all services")
public class SubjectRequestsResource {

    private static final String ZIP = "application/zip";
    private static final List<String> SPEAKING = List.of(HttpHeaders.AUTHORIZATION, "X-Request-Id", "traceparent");

    private final SubjectRequestService requests;
    private final ExportArchiveService archives;
    private final SubjectRequestRows rows;
    private final Listing listing;
    private final Caller caller;

    SubjectRequestsResource(
            SubjectRequestService requests,
            ExportArchiveService archives,
            SubjectRequestRows rows,
            Listing listing,
            Caller caller) {
        this.requests = requests;
        this.archives = archives;
        this.rows = rows;
        this.listing = listing;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
    @Operation(
            operationId = "listDataSubjectRequests",
            summary = "List the requests",
            description = "Newest first. Whom a request is about is not in it: only a keyed hash of that is kept.")
    public Page<SubjectRequestView> list(
            @QueryParam("kind") @Nullable RequestKind kind,
            @QueryParam("state") @Nullable State state,
            @BeanParam PageParams page) {
        return listing.<SubjectRequestView>select(SubjectRequestRows.COLUMNS)
                .from("data_subject_request r")
                .where("r.part_of IS NULL")
                .whereIf(kind != null, "r.kind = ?", kind)
                .whereIf(state != null, "(r.completed_at IS NOT NULL) = ?", state == State.COMPLETED)
                .sortableNotNull("createdAt", "r.created_at", SortType.INSTANT)
                .idColumn("r.id")
                .defaultSort("createdAt desc")
                .page(page, row -> view(rows.request(row)));
    }

    @POST
    @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
    @Idempotent
    @Operation(
            operationId = "createDataSubjectRequest",
            summary = "Ask all services for a person's data, or to forget the person",
            description = "Each service answers over events; read the request to follow it.")
    @APIResponseSchema(value = SubjectRequestView.class, responseCode = "201")
    public Response open(@NotNull @Valid NewSubjectRequest asked) {
        SubjectRequest opened = requests.open(asked.kind(), asked.person(), asked.reason(), caller.subject());
        return Response.created(URI.create("/v1/data-subject-requests/" + opened.id()))
                .entity(view(opened))
                .build();
    }

    @GET
    @Path("{requestId}")
    @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
    @Operation(operationId = "getDataSubjectRequest", summary = "How far a request is")
    public SubjectRequestView get(@PathParam("requestId") UUID requestId) {
        return view(requests.get(requestId));
    }

    @GET
    @Path("{requestId}/archive")
    @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
    @Produces(ZIP)
    @Operation(
            operationId = "getDataSubjectArchive",
            summary = "Fetch the signed archive of a complete export",
            description =
                    "A zip: a JSON document of each service, `manifest.json` with the SHA-256 of each, and its detached"
                            + " signature `manifest.json.jws` (RFC 7515, appendix F; ES256), to be verified with the keys at"
                            + " `/.well-known/jwks.json` for a year. Each time it is fetched stands in the audit trail.")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "409", description = "The request is for erasure, or a service has not answered yet")
    @APIResponse(responseCode = "410", description = "A part is no longer kept")
    @APIResponse(responseCode = "503", description = "A service does not give its part at the moment")
    public Response archive(@PathParam("requestId") UUID requestId, @Context HttpHeaders headers) {
        Map<String, String> speaking = new HashMap<>();
        for (String name : SPEAKING) {
            String value = headers.getHeaderString(name);
            if (value != null) {
                speaking.put(name, value);
            }
        }
        return Response.ok(archives.of(requestId, speaking), ZIP)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"export-" + requestId + ".zip\"")
                .build();
    }

    private SubjectRequestView view(SubjectRequest request) {
        return SubjectRequestView.of(request, archives.until(request));
    }
}
