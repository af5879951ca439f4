package eu.mpf.web.mail;

import eu.mpf.web.ServiceName;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the mail server of the operators hands in what came back; see {@code docs/operations.md}. */
@Path("/v1/admin/mails")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Mail", description = "What became of mails")
@RunOnVirtualThread
public class ReturnedMailsResource {
    private final ReturnedMailService returned;
    private final ServiceName service;

    ReturnedMailsResource(ReturnedMailService returned, ServiceName service) {
        this.returned = returned;
        this.service = service;
    }

    @POST
    @Path("{service}/returned")
    @Idempotent
    @Consumes("message/rfc822")
    @Operation(
            operationId = "takeReturnedMail",
            summary = "Hand in a mail that came back",
            description =
                    "The mail as it came in (RFC 5322). A notification of a permanent failure (RFC 3464) takes the"
                            + " address out of use until an administrator lets it go. Whatever arrives at the return address may"
                            + " be handed in, to every service: what is no notification, or not about a mail of this service,"
                            + " changes nothing.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ReturnedMailService.Returned.class)))
    public Response take(@PathParam("service") String name, byte[] mail) {
        service.require(name);
        return Response.ok(returned.take(mail)).build();
    }
}
