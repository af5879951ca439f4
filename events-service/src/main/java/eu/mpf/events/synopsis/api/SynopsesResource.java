package eu.mpf.events.synopsis.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.Access;
import eu.mpf.events.shared.Difference;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.events.synopsis.ReportLinks;
import eu.mpf.events.synopsis.Synopsis;
import eu.mpf.events.synopsis.SynopsisContent;
import eu.mpf.events.synopsis.SynopsisDifferences;
import eu.mpf.events.synopsis.SynopsisService;
import eu.mpf.events.synopsis.SynopsisStatus;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLink;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Synopsis reports. On worker threads: laying out a PDF would hold up a carrier of virtual ones. */
@Path("/v1")
@Tag(name = "Synopses", description = "Reports on an event, edition by edition.")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SynopsesResource {
    private final SynopsisService service;
    private final ReportLinks links;
    private final Once once;
    private final SynopsisReader reader;
    private final Formats formats;
    private final Listing listing;
    private final MergePatch patches;
    private final Caller caller;

    public SynopsesResource(
            SynopsisService service,
            ReportLinks links,
            Once once,
            SynopsisReader reader,
            Formats formats,
            Listing listing,
            MergePatch patches,
            Caller caller) {
        this.service = service;
        this.links = links;
        this.once = once;
        this.reader = reader;
        this.formats = formats;
        this.listing = listing;
        this.patches = patches;
        this.caller = caller;
    }

    @Schema(name = "NewSynopsis")
    public record NewSynopsis(
            @Nullable @Pattern(regexp = "[a-z]{2}") @Schema(examples = "en")
            String language) {}

    /** What following the links of a report showed. */
    @Schema(name = "LinkCheck")
    public record LinkCheck(UUID synopsisId, boolean sound, List<CheckedLink> links) {}

    /** What changed from one edition to another. */
    @Schema(name = "SynopsisDifferences")
    public record Changes(UUID synopsisId, int since, int edition, List<Difference> differences) {}

    @GET
    @Path("events/{eventId}/synopses")
    @PermitAll
    @Operation(summary = "List the editions of the report on an event", operationId = "listSynopses")
    public Page<SynopsisSummary> list(
            @PathParam("eventId") UUID eventId,
            @QueryParam("status") @Nullable List<SynopsisStatus> status,
            @BeanParam PageParams page) {
        return listing.<SynopsisSummary>select(
                        "y.id, y.event_id, y.edition, y.status, y.language, y.content ->> 'title' AS title,"
                                + " y.created_at, y.published_at")
                .from("synopsis y")
                .where("y.event_id = ?", eventId)
                .whereIf(!Access.isStaff(caller), "y.status IN ('PUBLISHED', 'SUPERSEDED')")
                .whereIf(status != null && !status.isEmpty(), "y.status = ANY (?)", status)
                .sortableNotNull("edition", "y.edition", SortType.INTEGER)
                .idColumn("y.id")
                .defaultSort("edition desc")
                .page(page, SynopsisSummary::of);
    }

    /** From programme, speakers, minutes, projects, call, questions, feedback and positioning, as recorded now. */
    @POST
    @Path("events/{eventId}/synopses")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER})
    @Idempotent
    @Operation(summary = "Generate a new edition, as a draft", operationId = "generateSynopsis")
    @APIResponseSchema(value = SynopsisView.class, responseCode = "201")
    public Response generate(
            @PathParam("eventId") UUID eventId, @RequestBody(required = false) @Nullable @Valid NewSynopsis wanted) {
        String language = wanted == null || wanted.language() == null ? "en" : wanted.language();
        Synopsis synopsis = service.generate(eventId, language);
        return Answers.created("/v1/synopses/" + synopsis.id(), SynopsisView.of(synopsis), synopsis.version());
    }

    @GET
    @Path("synopses/{synopsisId}")
    @PermitAll
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, Formats.PDF, Formats.MARKDOWN})
    @Operation(summary = "Read an edition as JSON, HTML, PDF or Markdown", operationId = "getSynopsis")
    @APIResponse(
            responseCode = "200",
            description = "The report, in the format accepted",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SynopsisView.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = Formats.PDF, schema = @Schema(implementation = String.class, format = "binary")),
                @Content(mediaType = Formats.MARKDOWN, schema = @Schema(implementation = String.class))
            })
    public Response get(@PathParam("synopsisId") UUID synopsisId, @Context Request request) {
        return formats.show(reader.get(synopsisId), request);
    }

    @GET
    @Path("synopses/{synopsisId}/differences")
    @PermitAll
    @Operation(summary = "Read what changed between two editions", operationId = "compareSynopses")
    public Changes differences(
            @PathParam("synopsisId") UUID synopsisId,
            @QueryParam("since")
                    @Parameter(description = "Number of the earlier edition; the one before if not given.")
                    @Nullable
                    Integer since) {
        Synopsis later = reader.get(synopsisId);
        Synopsis earlier = reader.edition(later.eventId(), since == null ? later.edition() - 1 : since);
        return new Changes(synopsisId, earlier.edition(), later.edition(), SynopsisDifferences.between(earlier, later));
    }

    @PATCH
    @Path("synopses/{synopsisId}")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER})
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(summary = "Edit the content of a draft", operationId = "editSynopsis")
    @APIResponseSchema(SynopsisView.class)
    public Response edit(
            @PathParam("synopsisId") UUID synopsisId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SynopsisContent.class))) JsonNode patch) {
        Synopsis edited = service.edit(
                synopsisId,
                Versions.required(ifMatch),
                content -> patches.apply(content, patch, SynopsisContent.class));
        return Answers.ok(SynopsisView.of(edited), edited.version());
    }

    @GET
    @Path("synopses/{synopsisId}/links")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER, Roles.PROGRAMME_OFFICER})
    @Operation(summary = "Follow every link of the report now", operationId = "checkSynopsisLinks")
    public LinkCheck links(@PathParam("synopsisId") UUID synopsisId) {
        CheckedLinks checked = links.check(service.links(synopsisId));
        return new LinkCheck(synopsisId, checked.sound(), checked.all());
    }

    @POST
    @Path("synopses/{synopsisId}:review")
    @RolesAllowed({Roles.RAPPORTEUR, Roles.EVENT_MANAGER})
    @Idempotent
    @Operation(summary = "Mark a draft as reviewed", operationId = "reviewSynopsis")
    @APIResponseSchema(SynopsisView.class)
    public Response review(
            @PathParam("synopsisId") UUID synopsisId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        Synopsis reviewed = service.review(synopsisId, Versions.required(ifMatch));
        return Answers.ok(SynopsisView.of(reviewed), reviewed.version());
    }

    /** Refused while a link is dead or has no target; the problem names each place. */
    @POST
    @Path("synopses/{synopsisId}:publish")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent(looksFirst = true)
    @Operation(summary = "Publish a reviewed edition", operationId = "publishSynopsis")
    @APIResponseSchema(SynopsisView.class)
    public Response publish(
            @PathParam("synopsisId") UUID synopsisId, @HeaderParam("If-Match") @Nullable String ifMatch) {
        long expected = Versions.required(ifMatch);
        CheckedLinks checked = links.check(service.links(synopsisId));
        return once.run(() -> {
            Synopsis published = service.publish(synopsisId, expected, checked);
            return Answers.ok(SynopsisView.of(published), published.version());
        });
    }
}
