package eu.mpf.web.audit;

import eu.mpf.web.ServiceName;
import eu.mpf.web.idempotency.WithoutKey;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Each service answers for its own trail; the gateway routes by the service's name. */
@Path("/v1/audit")
@RolesAllowed({Roles.AUDITOR, Roles.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
@PersonalData
@Tag(name = "Audit", description = "Who did what")
public class AuditResource {
    private final Listing listing;
    private final AuditVerifier verifier;
    private final String service;

    AuditResource(Listing listing, AuditVerifier verifier, ServiceName service) {
        this.listing = listing;
        this.verifier = verifier;
        this.service = service.name();
    }

    /** What a reader may ask for; several conditions all hold. */
    public static class Filter {
        @QueryParam("actor")
        public @Nullable String actor;

        @QueryParam("action")
        public @Nullable String action;

        @QueryParam("objectType")
        public @Nullable String objectType;

        @QueryParam("objectId")
        public @Nullable String objectId;

        @QueryParam("recordedAfter")
        @Parameter(description = "Entries recorded after this instant.")
        public @Nullable Instant recordedAfter;

        @QueryParam("recordedBefore")
        @Parameter(description = "Entries recorded before this instant.")
        public @Nullable Instant recordedBefore;
    }

    @GET
    @Path("{service}")
    @Operation(operationId = "listAuditEntries", summary = "The service's audit entries, newest first")
    public Page<AuditEntry> list(
            @PathParam("service") String name, @BeanParam Filter filter, @BeanParam PageParams page) {
        check(name);
        return listing.<AuditEntry>select(AuditRows.COLUMNS)
                .from("audit_entry e")
                .whereIf(filter.actor != null, "e.actor = ?", filter.actor)
                .whereIf(filter.action != null, "e.action = ?", filter.action)
                .whereIf(filter.objectType != null, "e.object_type = ?", filter.objectType)
                .whereIf(filter.objectId != null, "e.object_id = ?", filter.objectId)
                .whereIf(filter.recordedAfter != null, "e.recorded_at > ?", filter.recordedAfter)
                .whereIf(filter.recordedBefore != null, "e.recorded_at < ?", filter.recordedBefore)
                .sortableNotNull("recordedAt", "e.recorded_at", SortType.INSTANT)
                .idColumn("e.id")
                .defaultSort("recordedAt desc")
                .page(page, AuditRows::entry);
    }

    @POST
    @Path("{service}:verify")
    @WithoutKey("changes nothing")
    @Operation(
            operationId = "verifyAuditTrail",
            summary = "Check every entry against the chain",
            description =
                    "Finds changed, removed and inserted entries. Give the position and hash of an earlier check to"
                            + " notice a chain that was cut or written anew since.")
    public AuditVerification verify(
            @PathParam("service") String name,
            @QueryParam("position") @Nullable Long position,
            @QueryParam("hash") @Nullable String hash) {
        check(name);
        if ((position == null) != (hash == null)) {
            throw ProblemException.invalid("?position", "required", "position and hash go together");
        }
        return verifier.verify(position == null || hash == null ? null : new AuditVerifier.Checkpoint(position, hash));
    }

    private void check(String name) {
        if (!name.equals(service)) {
            throw ProblemException.notFound("audit trail", name);
        }
    }
}
