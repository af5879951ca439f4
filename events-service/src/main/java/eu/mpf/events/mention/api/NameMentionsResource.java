package eu.mpf.events.mention.api;

import eu.mpf.events.mention.MentionService;
import eu.mpf.events.mention.MentionStatus;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.PersonalData;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What editors have to look at after somebody was erased. */
@Path("/v1")
@Tag(name = "People")
@PersonalData
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class NameMentionsResource {
    private final MentionService service;
    private final Listing listing;
    private final Sql sql;

    public NameMentionsResource(MentionService service, Listing listing, Sql sql) {
        this.service = service;
        this.listing = listing;
        this.sql = sql;
    }

    /** How an editor settles a place. */
    @Schema(name = "NameMentionOutcome")
    public enum Outcome {
        /** The name is taken out of the text. */
        EDITED,
        /** It is somebody else's, or a matter of public record. */
        KEPT;

        MentionStatus status() {
            return switch (this) {
                case EDITED -> MentionStatus.EDITED;
                case KEPT -> MentionStatus.KEPT;
            };
        }
    }

    /** @param reason for the audit trail; it names nobody */
    @Schema(name = "NameMentionSettlement")
    public record Settlement(
            @NotNull Outcome outcome,

            @NotBlank @Size(max = 1000) @Schema(examples = "Rewritten as “a participant”")
            String reason) {}

    @GET
    @Path("name-mentions")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Operation(
            summary = "List names of erased people in free text",
            description = "Found when a person is erased, in minutes, answers, notes and reports.",
            operationId = "listNameMentions")
    public Page<NameMentionView> list(
            @QueryParam("eventId") @Nullable UUID eventId,
            @QueryParam("status") @Nullable List<MentionStatus> status,
            @BeanParam PageParams page) {
        return listing.<NameMentionView>select("m.*")
                .from("name_mention m")
                .whereIf(eventId != null, "m.event_id = ?", eventId)
                .whereIf(status != null && !status.isEmpty(), "m.status = ANY (?)", status)
                .sortableNotNull("foundAt", "m.found_at", SortType.INSTANT)
                .idColumn("m.id")
                .defaultSort("foundAt")
                .page(page, NameMentionView::of);
    }

    @GET
    @Path("name-mentions/{mentionId}")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Operation(summary = "Read where a name of an erased person stands", operationId = "getNameMention")
    @APIResponseSchema(NameMentionView.class)
    public Response get(@PathParam("mentionId") UUID mentionId) {
        return sql.first(
                        "SELECT * FROM name_mention WHERE id = ?",
                        row -> Answers.ok(NameMentionView.of(row), row.getLong("version")),
                        mentionId)
                .orElseThrow(() -> ProblemException.notFound("mention", mentionId));
    }

    @POST
    @Path("name-mentions/{mentionId}:settle")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER, Roles.DATA_PROTECTION_OFFICER})
    @Idempotent
    @Operation(summary = "Say that a name was taken out, or why it stays", operationId = "settleNameMention")
    @APIResponseSchema(NameMentionView.class)
    public Response settle(
            @PathParam("mentionId") UUID mentionId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @NotNull @Valid Settlement settlement) {
        service.settle(
                mentionId, Versions.required(ifMatch), settlement.outcome().status(), settlement.reason());
        return get(mentionId);
    }
}
