package eu.mpf.gateway.subject.api;

import eu.mpf.gateway.subject.SubjectRequest;
import eu.mpf.gateway.subject.SubjectRequestService;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests under data protection law, for those who answer them. */
@Path("/v1/data-subject-requests")
@RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PersonalData
@Tag(name = "Data protection", description = "Export and erasure of a person's data over all services")
public class SubjectRequestsResource {

    private final SubjectRequestService requests;
    private final Caller caller;

    SubjectRequestsResource(SubjectRequestService requests, Caller caller) {
        this.requests = requests;
        this.caller = caller;
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
        SubjectRequest opened = requests.open(asked.kind(), asked.address(), asked.reason(), caller.subject());
        return Response.created(URI.create("/v1/data-subject-requests/" + opened.id()))
                .entity(SubjectRequestView.of(opened))
                .build();
    }

    @GET
    @Path("{requestId}")
    @RolesAllowed(Roles.DATA_PROTECTION_OFFICER)
    @Operation(operationId = "getDataSubjectRequest", summary = "How far a request is")
    public SubjectRequestView get(@PathParam("requestId") UUID requestId) {
        return SubjectRequestView.of(requests.get(requestId));
    }
}
