package eu.mpf.web.mail;

import eu.mpf.web.ServiceName;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** For administrators: what became of a service's mails, and those held because their address was refused. */
@Path("/v1/admin/mails")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@PersonalData
@Tag(name = "Mail", description = "What became of mails")
@RunOnVirtualThread
public class HeldMailsResource {
    private final Listing listing;
    private final RefusedAddresses refused;
    private final AuditTrail audit;
    private final ServiceName service;

    HeldMailsResource(Listing listing, RefusedAddresses refused, AuditTrail audit, ServiceName service) {
        this.listing = listing;
        this.refused = refused;
        this.audit = audit;
        this.service = service;
    }

    /** Where a mail is on its way. */
    @Schema(name = "MailStatus")
    public enum Status {
        QUEUED,
        SENDING,
        SENT,
        /** Refused, given up, or broken off: then it may have left. */
        FAILED,
        /** Waits because its address was refused before. */
        HELD,
        /** Could not be sent while it was worth sending, and never will be. */
        EXPIRED
    }

    /** A mail without its text. */
    @Schema(name = "QueuedMail", description = "A mail without its text.")
    public record QueuedMail(
            UUID id,
            Status status,
            String recipient,
            Instant queuedAt,
            int attempts,
            @Nullable String failure) {}

    /** How many mails are on their way again. */
    @Schema(name = "ReleasedMails", description = "How many mails are on their way again.")
    public record Released(int released) {}

    @GET
    @Path("{service}")
    @Operation(operationId = "listMails", summary = "List mails, newest first")
    public Page<QueuedMail> list(
            @PathParam("service") String name,
            @QueryParam("status") @Nullable Status status,
            @BeanParam PageParams page) {
        service.require(name);
        return listing.<QueuedMail>select("m.id, m.status, m.recipient, m.queued_at, m.attempts, m.failure")
                .from("mail_outbox m")
                .whereIf(status != null, "m.status = ?", status)
                .sortableNotNull("queuedAt", "m.queued_at", SortType.INSTANT)
                .idColumn("m.id")
                .defaultSort("queuedAt desc")
                .page(
                        page,
                        row -> new QueuedMail(
                                row.getObject("id", UUID.class),
                                Status.valueOf(row.getString("status")),
                                row.getString("recipient"),
                                Objects.requireNonNull(Sql.instant(row, "queued_at")),
                                row.getInt("attempts"),
                                row.getString("failure")));
    }

    @POST
    @Path("{service}/{id: [0-9a-f-]+}:release")
    @Idempotent
    @Operation(
            operationId = "releaseMails",
            summary = "Send all that is held for the address of this mail",
            description = "The address is taken for good again; refused once more, it is held once more.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Released.class)))
    public Response release(@PathParam("service") String name, @PathParam("id") UUID id) {
        service.require(name);
        var released = refused.release(id).orElseThrow(() -> ProblemException.notFound("held mail", id));
        audit.record("mail.released", "mail", id, Status.HELD, Status.QUEUED, null);
        return Response.ok(new Released(released)).build();
    }
}
