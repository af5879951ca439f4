package eu.mpf.events.series.api;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.series.EventSeries;
import eu.mpf.events.series.SeriesDetails;
import eu.mpf.events.series.SeriesService;
import eu.mpf.events.shared.api.Answers;
import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.idempotency.Once;
import eu.mpf.web.link.CheckedLinks;
import eu.mpf.web.link.LinkChecker;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Roles;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.version.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Series that events belong to. */
@Path("/v1")
@Tag(name = "Event series", description = "What returning events have in common.")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SeriesResource {
    private final SeriesService service;
    private final LinkChecker links;
    private final Once once;
    private final Sql sql;
    private final Listing listing;
    private final MergePatch patches;

    public SeriesResource(
            SeriesService service, LinkChecker links, Once once, Sql sql, Listing listing, MergePatch patches) {
        this.service = service;
        this.links = links;
        this.once = once;
        this.sql = sql;
        this.listing = listing;
        this.patches = patches;
    }

    @GET
    @Path("event-series")
    @PermitAll
    @Operation(summary = "List series", operationId = "listEventSeries")
    public Page<SeriesView> list(@QueryParam("key") @Nullable List<String> key, @BeanParam PageParams page) {
        return listing.<SeriesView>select("s.id, s.key, s.name, s.description")
                .from("event_series s")
                .whereIf(key != null && !key.isEmpty(), "s.key = ANY (?)", key)
                .sortableNotNull("key", "s.key", SortType.TEXT)
                .idColumn("s.id")
                .defaultSort("key")
                .page(page, SeriesView::of);
    }

    @POST
    @Path("event-series")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Idempotent(looksFirst = true)
    @Operation(
            summary = "Make a series",
            operationId = "createEventSeries",
            description = "Links in the description are followed before; a dead one keeps it out.")
    @APIResponseSchema(value = SeriesView.class, responseCode = "201")
    public Response create(@NotNull @Valid SeriesDetails details) {
        CheckedLinks checked = links.check(service.links(details));
        return once.run(() -> {
            checked.requireSound();
            EventSeries made = service.create(details);
            return Answers.created("/v1/event-series/" + made.id(), SeriesView.of(made), made.version());
        });
    }

    @GET
    @Path("event-series/{seriesId}")
    @PermitAll
    @Operation(summary = "Read a series", operationId = "getEventSeries")
    @APIResponseSchema(SeriesView.class)
    public Response get(@PathParam("seriesId") UUID seriesId) {
        return sql.first(
                        "SELECT * FROM event_series WHERE id = ?",
                        row -> Answers.ok(SeriesView.of(row), row.getLong("version")),
                        seriesId)
                .orElseThrow(() -> ProblemException.notFound("event series", seriesId));
    }

    @PATCH
    @Path("event-series/{seriesId}")
    @RolesAllowed(Roles.EVENT_MANAGER)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            summary = "Revise a series",
            operationId = "reviseEventSeries",
            description = "Links that the description brings are followed before; a dead one keeps the change out.")
    @APIResponseSchema(SeriesView.class)
    public Response revise(
            @PathParam("seriesId") UUID seriesId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = SeriesDetails.class))) JsonNode patch) {
        long expected = Versions.required(ifMatch);
        UnaryOperator<SeriesDetails> change = details -> patches.apply(details, patch, SeriesDetails.class);
        if (MergePatch.touches(patch, "description")) {
            links.check(service.links(seriesId, expected, change)).requireSound();
        }
        EventSeries revised = service.revise(seriesId, expected, change);
        return Answers.ok(SeriesView.of(revised), revised.version());
    }
}
